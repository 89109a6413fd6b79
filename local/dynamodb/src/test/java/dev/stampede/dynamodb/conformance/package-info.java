/// What any DynamoDB endpoint has to do, as claims over its API. They run against an engine of their own, or against
/// the endpoint that `-Ddynamodb.endpoint` names, with the credentials of the environment.
package dev.stampede.dynamodb.conformance;
