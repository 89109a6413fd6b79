package dev.stampede.dynamodb.partiql;

import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.Path;
import dev.stampede.dynamodb.expression.Update;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A statement with its parameters filled in.
sealed interface Statement {

    String table();

    /// @param paths      empty for `*`
    /// @param order      the attributes to order by
    /// @param descending whether the order is turned round
    record Select(
            List<Path> paths, String table, Optional<String> index, Optional<Condition> where, List<String> order,
            boolean descending) implements Statement {}

    record Insert(String table, Map<String, AttributeValue> item) implements Statement {}

    record Change(String table, Update update, Condition where, Returning returning) implements Statement {}

    record Delete(String table, Condition where, Returning returning) implements Statement {}

    /// `EXISTS(SELECT ...)`, a condition of a transaction.
    record Exists(String table, Condition where) implements Statement {}

    enum Returning {
        NOTHING, ALL_OLD, MODIFIED_OLD, ALL_NEW, MODIFIED_NEW
    }

    default boolean reads() {
        return this instanceof Select;
    }
}
