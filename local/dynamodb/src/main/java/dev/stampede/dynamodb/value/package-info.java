/// DynamoDB's values: their types, their JSON, their sizes, and their form in the store.
package dev.stampede.dynamodb.value;
