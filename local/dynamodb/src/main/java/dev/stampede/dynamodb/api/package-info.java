/// The shapes of the requests of every operation, described once, and the checker that holds requests against them.
package dev.stampede.dynamodb.api;
