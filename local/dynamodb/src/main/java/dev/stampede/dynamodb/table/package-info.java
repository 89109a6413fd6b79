/// Tables and their indexes, and how their items lie in the store.
package dev.stampede.dynamodb.table;
