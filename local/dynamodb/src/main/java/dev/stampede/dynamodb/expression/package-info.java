/// DynamoDB's expressions: one parser into a tree, one evaluator of it. Conditions, filters, projections, updates and
/// key conditions are such trees, and so are the parameters from before there were expressions
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html).
@NullMarked
package dev.stampede.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
