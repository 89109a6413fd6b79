/// Evaluates the template's IAM policies as AWS does
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html): identity policies of
/// roles, resource policies of queues, permissions of functions. Requests count as sent over TLS, as they are in AWS.
@NullMarked
package dev.stampede.cloud.iam;

import org.jspecify.annotations.NullMarked;
