package dev.stampede.dynamodb.partiql;

import dev.stampede.dynamodb.expression.Action;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.Path;
import dev.stampede.dynamodb.expression.Update;
import dev.stampede.dynamodb.item.ItemWrite;
import dev.stampede.dynamodb.item.SingleWrites;
import dev.stampede.dynamodb.item.SingleWrites.Written;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.partiql.Statement.Returning;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.BS;
import dev.stampede.dynamodb.value.AttributeValue.NS;
import dev.stampede.dynamodb.value.AttributeValue.SS;
import dev.stampede.dynamodb.value.Sizes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// INSERT, UPDATE, DELETE, and EXISTS, each of one item.
final class Writing {

    static final String DUPLICATE = "DuplicateItemException";

    private final Database database;
    private final SingleWrites writes;

    Writing(Database database, SingleWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    /// @return what the statement wants returned
    Map<String, AttributeValue> run(Statement statement, boolean showOld, Consumption consumption) {
        ItemWrite write = of(statement);
        Written written;
        try {
            written = writes.write(write, showOld, consumption);
        } catch (DynamoDbException e) {
            throw statement instanceof Statement.Insert && e.code().equals("ConditionalCheckFailedException")
                    ? new DynamoDbException(DUPLICATE, 400, "Duplicate primary key exists in table", e.members())
                    : e;
        }
        return switch (statement) {
            case Statement.Change change -> returned(change.returning(), written, change.update());
            case Statement.Delete delete -> delete.returning() == Returning.NOTHING
                    ? Map.of()
                    : orNone(written.before());
            case Statement.Insert _,Statement.Exists _,Statement.Select _ -> Map.of();
        };
    }

    private static Map<String, AttributeValue> returned(Returning returning, Written written, Update update) {
        return switch (returning) {
            case NOTHING -> Map.of();
            case ALL_OLD -> orNone(written.before());
            case ALL_NEW -> orNone(written.after());
            case MODIFIED_OLD -> update.touched(orNone(written.before()));
            case MODIFIED_NEW -> update.touched(orNone(written.after()));
        };
    }

    private static Map<String, AttributeValue> orNone(@Nullable Map<String, AttributeValue> item) {
        return item == null ? Map.of() : item;
    }

    /// @throws DynamoDbException when it does not name one item, or is wrong of its table
    ItemWrite of(Statement statement) {
        Table table = database.table(statement.table());
        return switch (statement) {
            case Statement.Insert(_, var item) -> {
                if (Sizes.of(item) > ItemWrite.LARGEST) {
                    throw DynamoDbException.validation("Item size has exceeded the maximum allowed size");
                }
                yield ItemWrite.put(table, item, Optional.of(
                        new Condition.NotExists(Path.of(table.key().hash().name()))));
            }
            case Statement.Change(_, Update update, Condition where, _) -> {
                if (!update.actions().stream().allMatch(Writing::isSound)) {
                    throw Token.refused("set_add and set_delete want a set");
                }
                yield ItemWrite.update(table, WhereKey.whole(table, where), Optional.of(update), Optional.of(where));
            }
            case Statement.Delete(_, Condition where, _) -> ItemWrite.delete(table, WhereKey.whole(table, where),
                    WhereKey.rest(table, where));
            case Statement.Exists(_, Condition where) -> ItemWrite.check(table, WhereKey.whole(table, where), where);
            case Statement.Select _ -> throw new IllegalArgumentException("a selection writes nothing");
        };
    }

    /// `set_add` and `set_delete` want sets, which parameters may be as well.
    private static boolean isSound(Action action) {
        return switch (action) {
            case Action.Add(_, AttributeValue added, _) -> isSet(added);
            case Action.Delete(_, AttributeValue deleted, _) -> isSet(deleted);
            case Action.Set _,Action.Remove _ -> true;
        };
    }

    private static boolean isSet(AttributeValue value) {
        return value instanceof SS || value instanceof NS || value instanceof BS;
    }
}
