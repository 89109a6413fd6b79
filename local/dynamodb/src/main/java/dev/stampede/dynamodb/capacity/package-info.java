/// Capacity units: what a partition takes in a second.
@NullMarked
package dev.stampede.dynamodb.capacity;

import org.jspecify.annotations.NullMarked;
