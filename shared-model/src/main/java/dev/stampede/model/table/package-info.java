/// How records are kept in DynamoDB: key, attribute and index names, the two-way mappings, and the conditional writes
/// that more than one function makes. The AWS SDK is an optional dependency of this package alone.
@NullMarked
package dev.stampede.model.table;

import org.jspecify.annotations.NullMarked;
