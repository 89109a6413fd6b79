/// The operations on items: single ones, queries and scans, batches and transactions.
@NullMarked
package dev.stampede.dynamodb.item;

import org.jspecify.annotations.NullMarked;
