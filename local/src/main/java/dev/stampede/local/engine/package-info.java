/// The engines behind the AWS endpoint, in this process and reachable from this machine only: Amazon's DynamoDB Local
/// and ElasticMQ. They know no roles and no policies; the endpoint in front of them does.
package dev.stampede.local.engine;
