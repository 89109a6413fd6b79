/// The database behind the AWS endpoint, in this process and reachable from this machine only: Amazon's DynamoDB Local.
/// It knows no roles and no policies; the endpoint in front of it does.
package dev.stampede.local.engine;
