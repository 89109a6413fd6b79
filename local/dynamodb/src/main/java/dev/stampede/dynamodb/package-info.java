/// An open DynamoDB engine for the JVM: the API as AWS documents it
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/Welcome.html), in process, in memory or in a folder.
@NullMarked
package dev.stampede.dynamodb;

import org.jspecify.annotations.NullMarked;
