package dev.stampede.dynamodb.item;

import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.item.InFlight.ItemKey;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.ChangeListener.Cause;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.table.WriteUnits;
import dev.stampede.dynamodb.table.Writer;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Several items written together or not at all, or read as they were at one moment
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html).
public final class Transactions {

    private static final int TIMES = 2;
    private static final long LARGEST = 4 << 20;

    private final Database database;
    private final InFlight inFlight;
    private final PartitionLimits limits;
    private final Runnable whileHeld;

    /// @param whileHeld is run when a transaction holds its items, before it takes the writer's lock
    Transactions(Database database, InFlight inFlight, PartitionLimits limits, Runnable whileHeld) {
        this.database = database;
        this.inFlight = inFlight;
        this.limits = limits;
        this.whileHeld = whileHeld;
    }

    /// One action of a transaction.
    ///
    /// @param showOld   whether a condition that fails shows the item
    /// @param duplicate whether a condition that fails says that the item is there already
    public record Action(ItemWrite write, boolean showOld, boolean duplicate) {}

    /// @param also what else is written with it
    /// @throws DynamoDbException TransactionCanceledException with a reason for each action
    public void write(List<Action> actions, Consumption consumption, Consumer<Writer> also) {
        List<ItemKey> items = actions.stream().map(action -> ItemKey.of(action.write())).toList();
        requireDistinct(items);
        List<Boolean> conflicts = new ArrayList<>();
        Optional<Boolean> done = inFlight.transaction(items, conflicts, () -> {
            whileHeld.run();
            return database.write(writer -> {
                change(writer, actions, consumption);
                also.accept(writer);
                return true;
            });
        });
        if (done.isEmpty()) {
            actions.forEach(action -> consume(action.write(), WriteUnits.ofItem(null), consumption));
            throw Reason.cancelled(withConflicts(actions, conflicts));
        }
    }

    /// Each item answers for itself: those that no other call is at work on say what they think of their action.
    private List<Reason> withConflicts(List<Action> actions, List<Boolean> conflicts) {
        return IntStream.range(0, actions.size())
                .mapToObj(i -> conflicts.get(i) ? Reason.CONFLICT : withoutConflict(actions.get(i)))
                .toList();
    }

    private Reason withoutConflict(Action action) {
        Map<String, AttributeValue> item = database.item(action.write().table(), action.write().key());
        return action.write().mayChange(item) ? Reason.NONE : unmet(action, item);
    }

    private static Reason unmet(Action action, @Nullable Map<String, AttributeValue> item) {
        Optional<Map<String, AttributeValue>> shown = Optional.ofNullable(action.showOld() ? item : null);
        return action.duplicate() ? Reason.duplicate(shown) : Reason.conditionFailed(shown);
    }

    static void requireDistinct(List<ItemKey> items) {
        if (new HashSet<>(items).size() < items.size()) {
            throw DynamoDbException.validation("Transaction request cannot include multiple operations on one item");
        }
    }

    private void change(Writer writer, List<Action> actions, Consumption consumption) {
        List<Reason> reasons = new ArrayList<>();
        List<@Nullable Map<String, AttributeValue>> before = new ArrayList<>();
        List<@Nullable Map<String, AttributeValue>> after = new ArrayList<>();
        long bytes = 0;
        for (Action action : actions) {
            ItemWrite write = action.write();
            Map<String, AttributeValue> item = writer.item(write.table(), write.key());
            before.add(item);
            after.add(null);
            reasons.add(reason(action, item, after));
            Map<String, AttributeValue> changed = after.getLast();
            bytes += changed == null || write.change() instanceof ItemWrite.Change.Nothing ? 0 : Sizes.of(changed);
        }
        if (!reasons.stream().allMatch(Reason.NONE::equals)) {
            // What was looked at is paid for, done or not.
            for (int i = 0; i < actions.size(); i++) {
                consume(actions.get(i).write(), WriteUnits.ofItem(before.get(i)), consumption);
            }
            throw Reason.cancelled(reasons);
        }
        if (bytes > LARGEST) {
            throw DynamoDbException.validation("Collection of items in a transaction size cannot exceed 4MB");
        }
        for (int i = 0; i < actions.size(); i++) {
            ItemWrite write = actions.get(i).write();
            WriteUnits units = write.change() instanceof ItemWrite.Change.Nothing
                    ? WriteUnits.ofItem(before.get(i))
                    : writer.change(write.table(), before.get(i), after.get(i), Cause.CALLER);
            consume(write, units, consumption);
        }
    }

    private Reason reason(Action action, @Nullable Map<String, AttributeValue> before,
            List<@Nullable Map<String, AttributeValue>> after) {
        ItemWrite write = action.write();
        if (!write.mayChange(before)) {
            return unmet(action, before);
        }
        try {
            after.set(after.size() - 1, write.after(before));
        } catch (DynamoDbException e) {
            return Reason.invalid(e.getMessage());
        }
        return limits.mayWrite(write.table(), write.key(), TIMES * WriteUnits.ofItem(before).table())
                ? Reason.NONE
                : Reason.THROTTLED;
    }

    private static void consume(ItemWrite write, WriteUnits units, Consumption consumption) {
        SingleWrites.addTo(consumption, write.table(), units, TIMES);
    }

    /// The items as they are at one moment, null for those that there are not.
    ///
    /// @throws DynamoDbException TransactionCanceledException when a transaction is at work on one
    public List<@Nullable Map<String, AttributeValue>> read(
            List<Table> tables, List<Map<String, AttributeValue>> keyValues, Consumption consumption) {
        List<ItemKey> keys = IntStream.range(0, tables.size())
                .mapToObj(i -> ItemKey.of(tables.get(i), keyValues.get(i)))
                .toList();
        requireDistinct(keys);
        List<Boolean> conflicts = inFlight.inTransaction(keys);
        if (conflicts.contains(true)) {
            throw conflicted(conflicts);
        }
        List<@Nullable Map<String, AttributeValue>> items = database.write(writer -> IntStream.range(0, keys.size())
                .mapToObj(i -> writer.item(tables.get(i), keys.get(i).key()))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll));
        List<Reason> throttled = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            double units = TIMES * ReadUnits.of(items.get(i), true);
            consumption.read(tables.get(i).name(), units);
            throttled.add(limits.mayRead(tables.get(i), keyValues.get(i), units) ? Reason.NONE : Reason.THROTTLED);
        }
        if (throttled.contains(Reason.THROTTLED)) {
            throw Reason.cancelled(throttled);
        }
        return items;
    }

    private static DynamoDbException conflicted(List<Boolean> conflicts) {
        return Reason.cancelled(conflicts.stream()
                .map(conflict -> conflict ? Reason.CONFLICT : Reason.NONE)
                .toList());
    }
}
