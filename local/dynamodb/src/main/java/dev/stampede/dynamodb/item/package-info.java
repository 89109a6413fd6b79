/// The operations on items: single ones, queries and scans, batches and transactions.
package dev.stampede.dynamodb.item;
