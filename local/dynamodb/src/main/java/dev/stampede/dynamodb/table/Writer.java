package dev.stampede.dynamodb.table;

import dev.stampede.dynamodb.table.ChangeListener.Cause;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import dev.stampede.dynamodb.value.ValueBytes;
import dev.stampede.store.Batch;
import dev.stampede.store.Space;
import dev.stampede.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Gathers changes that are written together: of an item, its entries in the indexes, and its stream.
public final class Writer {

    private final Store store;
    private final ChangeListener listener;
    private final UnaryOperator<Table> current;
    private final Batch batch = new Batch();
    private final List<Runnable> afterwards = new ArrayList<>();

    /// @param current the table as it is now, which may have got an index since the caller looked it up
    Writer(Store store, ChangeListener listener, UnaryOperator<Table> current) {
        this.store = store;
        this.listener = listener;
        this.current = current;
    }

    /// The item as it was before this writer.
    ///
    /// @param key the key's attributes, or the item
    /// @return null when there is none
    public @Nullable Map<String, AttributeValue> item(Table table, Map<String, AttributeValue> key) {
        return Items.read(Items.space(store, table).get(Items.key(table, key)));
    }

    /// @param before the item as it is, null when there is none
    /// @param after  the item as it shall be, with the same key; null deletes it
    public WriteUnits change(Table known, @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after,
            Cause cause) {
        Table table = current.apply(known);
        int sizeBefore = before == null ? 0 : Sizes.of(before);
        int sizeAfter = after == null ? 0 : Sizes.of(after);
        List<WriteUnits.OfIndex> indexUnits = new ArrayList<>(table.indexes().size());
        boolean changes = before == null ? after != null : !before.equals(after);
        if (changes) {
            Space items = Items.space(store, table);
            byte[] key = Items.key(table, Objects.requireNonNull(after == null ? before : after));
            if (after == null) {
                batch.remove(items, key);
            } else {
                batch.put(items, key, ValueBytes.of(after));
            }
            for (Index index : table.indexes()) {
                if (index.status() != Index.Status.DELETING) {
                    double units = change(table, index, before, after);
                    if (units > 0) {
                        indexUnits.add(new WriteUnits.OfIndex(index, units));
                    }
                }
            }
            listener.changed(batch, table, before, after, cause);
        }
        return new WriteUnits(WriteUnits.of(sizeBefore, sizeAfter), indexUnits);
    }

    /// A changed key of an entry is a removal and an addition; an entry that stays as it is costs nothing.
    private double change(Table table, Index index, @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after) {
        Map<String, AttributeValue> entryBefore = entry(table, index, before);
        Map<String, AttributeValue> entryAfter = entry(table, index, after);
        if (entryBefore == null ? entryAfter == null : entryBefore.equals(entryAfter)) {
            return 0;
        }
        Space space = Items.space(store, table, index);
        int sizeBefore = entryBefore == null ? 0 : Sizes.of(entryBefore);
        int sizeAfter = entryAfter == null ? 0 : Sizes.of(entryAfter);
        boolean sameKey = entryBefore != null && entryAfter != null
                && index.key().of(entryBefore).equals(index.key().of(entryAfter));
        if (entryBefore != null && !sameKey) {
            batch.remove(space, Items.key(table, index, entryBefore));
        }
        if (entryAfter != null) {
            batch.put(space, Items.key(table, index, entryAfter), ValueBytes.of(entryAfter));
        }
        return sameKey || entryBefore == null || entryAfter == null
                ? WriteUnits.of(sizeBefore, sizeAfter)
                : WriteUnits.of(sizeBefore, 0) + WriteUnits.of(0, sizeAfter);
    }

    private static @Nullable Map<String, AttributeValue> entry(Table table, Index index,
            @Nullable Map<String, AttributeValue> item) {
        return item != null && index.holds(item) ? index.projected(table.key(), item) : null;
    }

    /// Adds the entries of one item to an index that is being made.
    public void fill(Table table, Index index, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> entry = entry(table, index, item);
        if (entry != null) {
            batch.put(Items.space(store, table, index), Items.key(table, index, entry), ValueBytes.of(entry));
        }
    }

    /// What else belongs to the same write.
    public Batch batch() {
        return batch;
    }

    /// What is to be done once it is written, before any other write.
    public void afterwards(Runnable action) {
        afterwards.add(action);
    }

    void written() {
        afterwards.forEach(Runnable::run);
    }
}
