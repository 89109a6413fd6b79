/// One AWS endpoint for DynamoDB and its streams, SQS, SNS, SES, Secrets Manager, STS and Lambda, as the AWS SDKs and
/// the AWS CLI speak to them. It finds the caller's role by the access key in the request's credential, holds the role
/// to its synthesized policy, meters the call, and forwards it to an engine or serves it itself.
///
/// Signatures are not verified: a key only says who calls. A key that this endpoint did not hand out is the operator's,
/// who may do everything; a request with no key at all is refused, so that no web page can call it behind the user's
/// back.
@NullMarked
package dev.stampede.cloud.gateway;

import org.jspecify.annotations.NullMarked;
