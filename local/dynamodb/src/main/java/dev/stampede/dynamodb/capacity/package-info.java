/// Capacity units: what a partition takes in a second.
package dev.stampede.dynamodb.capacity;
