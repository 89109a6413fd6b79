/// Tables and their indexes, and how their items lie in the store.
@NullMarked
package dev.stampede.dynamodb.table;

import org.jspecify.annotations.NullMarked;
