/// DynamoDB's values: their types, their JSON, their sizes, and their form in the store.
@NullMarked
package dev.stampede.dynamodb.value;

import org.jspecify.annotations.NullMarked;
