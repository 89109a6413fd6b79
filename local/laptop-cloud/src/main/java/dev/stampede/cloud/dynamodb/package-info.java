/// The database behind the AWS endpoint, in this process and on no port: the DynamoDB engine of `local/dynamodb` with
/// the tables of the template. It knows no roles and no policies; the endpoint in front of it does.
@NullMarked
package dev.stampede.cloud.dynamodb;

import org.jspecify.annotations.NullMarked;
