package dev.stampede.dynamodb.partiql;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.S;
import java.util.Optional;
import java.util.stream.Stream;

/// What a statement does, and to which table or index: what has to be allowed before it is run.
///
/// @param verb `Insert`, `Update`, `Delete` or `Select`
public record StatementTarget(String verb, String table, Optional<String> index) {

    /// Empty when it is no statement.
    public static Optional<StatementTarget> of(String text) {
        try {
            // What the parameters are does not matter here; this one can be the name of a type, too.
            Statement statement = StatementParser.parse(text, Stream.<AttributeValue>generate(() -> new S("S")).iterator());
            return Optional.of(switch (statement) {
                case Statement.Select(_, String table, var index, _, _, _) -> new StatementTarget("Select", table, index);
                case Statement.Exists(String table, _) -> new StatementTarget("Select", table, Optional.empty());
                case Statement.Insert(String table, _) -> new StatementTarget("Insert", table, Optional.empty());
                case Statement.Change(String table, _, _, _) -> new StatementTarget("Update", table, Optional.empty());
                case Statement.Delete(String table, _, _) -> new StatementTarget("Delete", table, Optional.empty());
            });
        } catch (DynamoDbException e) {
            return Optional.empty();
        }
    }
}
