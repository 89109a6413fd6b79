/// The shapes of the requests of every operation, described once, and the checker that holds requests against them.
@NullMarked
package dev.stampede.dynamodb.api;

import org.jspecify.annotations.NullMarked;
