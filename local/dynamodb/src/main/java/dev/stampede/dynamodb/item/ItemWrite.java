package dev.stampede.dynamodb.item;

import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.Update;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to become of one item, by whatever operation it is asked.
///
/// @param key       the table's key, checked
/// @param condition on the item as it is
public record ItemWrite(Table table, Map<String, AttributeValue> key, Optional<Condition> condition, Change change) {

    public static final int LARGEST = 400 * 1024;

    public sealed interface Change {

        /// Checks the condition and changes nothing.
        record Nothing() implements Change {}

        /// @param item checked by [Keys#checkItem]
        record Put(Map<String, AttributeValue> item) implements Change {}

        /// @param update empty makes an item of the key alone, where there is none
        record Updated(Optional<Update> update) implements Change {}

        record Delete() implements Change {}
    }

    public static ItemWrite put(Table table, Map<String, AttributeValue> item, Optional<Condition> condition) {
        Keys.checkItem(table, item);
        return new ItemWrite(table, table.key().of(item), condition, new Change.Put(item)).checked();
    }

    public static ItemWrite update(Table table, Map<String, AttributeValue> key, Optional<Update> update,
            Optional<Condition> condition) {
        if (update.isPresent()) {
            for (String name : table.key().names()) {
                if (update.get().attributes().contains(name)) {
                    throw Keys.invalid("Cannot update attribute " + name + ". This attribute is part of the key");
                }
            }
            Keys.checkIndexTypes(table, update.get().knownTypes());
            Keys.refuseNested(table, update.get().nested());
        }
        return new ItemWrite(table, key, condition, new Change.Updated(update)).checked();
    }

    public static ItemWrite delete(Table table, Map<String, AttributeValue> key, Optional<Condition> condition) {
        return new ItemWrite(table, key, condition, new Change.Delete()).checked();
    }

    public static ItemWrite check(Table table, Map<String, AttributeValue> key, Condition condition) {
        return new ItemWrite(table, key, Optional.of(condition), new Change.Nothing()).checked();
    }

    private ItemWrite checked() {
        condition.ifPresent(each -> Keys.refuseNested(table, each.nested()));
        return this;
    }

    /// @param before the item as it is, null when there is none
    boolean mayChange(@Nullable Map<String, AttributeValue> before) {
        return condition.isEmpty() || condition.get().test(before == null ? Map.of() : before);
    }

    /// @param before the item as it is, null when there is none
    /// @return the item as it shall be; null when there shall be none
    /// @throws DynamoDbException when it cannot be made
    @Nullable
    Map<String, AttributeValue> after(@Nullable Map<String, AttributeValue> before) {
        return switch (change) {
            case Change.Nothing() -> before;
            case Change.Put(var item) -> item;
            case Change.Delete() -> null;
            case Change.Updated(var update) -> updated(before, update);
        };
    }

    private @Nullable Map<String, AttributeValue> updated(@Nullable Map<String, AttributeValue> before,
            Optional<Update> update) {
        if (update.isEmpty()) {
            return before == null ? key : before;
        }
        if (before == null && !update.get().creates()) {
            return null;
        }
        Map<String, AttributeValue> after = before == null ? update.get().create(key) : update.get().apply(before);
        if (Sizes.of(after) > LARGEST) {
            throw DynamoDbException.validation("Item size to update has exceeded the maximum allowed size");
        }
        Keys.checkWrittenIndexKeys(table, after, update.get().attributes());
        return after;
    }
}
