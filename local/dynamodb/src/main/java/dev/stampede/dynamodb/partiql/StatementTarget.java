package dev.stampede.dynamodb.partiql;

import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.Optional;

/// What a statement does, and to which table or index: what has to be allowed before it is run.
///
/// @param verb `Insert`, `Update`, `Delete` or `Select`
public record StatementTarget(String verb, String table, Optional<String> index) {

    /// Empty when it is no statement.
    public static Optional<StatementTarget> of(String text) {
        try {
            return Optional.of(StatementParser.target(text));
        } catch (DynamoDbException e) {
            return Optional.empty();
        }
    }
}
