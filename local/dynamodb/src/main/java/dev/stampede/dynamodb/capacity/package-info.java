/// Capacity units: what calls consume, and what a partition takes in a second.
package dev.stampede.dynamodb.capacity;
