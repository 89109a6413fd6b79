/// PartiQL, as far as DynamoDB has it
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html): statements on single items,
/// selections, batches and transactions. Conditions and updates become the trees of the expressions.
@NullMarked
package dev.stampede.dynamodb.partiql;

import org.jspecify.annotations.NullMarked;
