package dev.stampede.dynamodb.table;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import dev.stampede.dynamodb.value.ValueBytes;
import dev.stampede.store.Space;
import dev.stampede.store.Store;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tables and items. One writer at a time, in the order of their arrival; readers never wait.
public final class Database {

    /// Items in one write of a long piece of work: some milliseconds of it.
    private static final int PIECE = 200;
    /// Items whose sizes stand for those of all.
    private static final int SAMPLE = 100;

    private final Store store;
    private final ChangeListener listener;
    /// Fair: who writes piece after piece would otherwise be in again before those who wait have woken up.
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ConcurrentSkipListMap<String, Table> tables = new ConcurrentSkipListMap<>();

    public Database(Store store, ChangeListener listener) {
        this.store = store;
        this.listener = listener;
        TableJson.readAll(store).forEach(table -> tables.put(table.name(), table));
    }

    /// The tables by name.
    public SequencedCollection<Table> tables() {
        return tables.sequencedValues();
    }

    public Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /// The table whose items can be read and written.
    ///
    /// @throws DynamoDbException ResourceNotFoundException where there is none, or it is not yet or no longer active
    public Table table(String name) {
        return find(name)
                .filter(table -> table.status() == Table.Status.ACTIVE || table.status() == Table.Status.UPDATING)
                .orElseThrow(Database::notFound);
    }

    /// Does what belongs together and writes it as one, or writes nothing where it throws.
    public <T> T write(Function<Writer, T> change) {
        writing.lock();
        try {
            Writer writer = new Writer(store, listener, this::current);
            T result = change.apply(writer);
            store.write(writer.batch());
            writer.written();
            return result;
        } finally {
            writing.unlock();
        }
    }

    private Table current(Table table) {
        return find(table.name())
                .filter(now -> now.id().equals(table.id()))
                .orElseThrow(Database::notFound);
    }

    private static DynamoDbException notFound() {
        return DynamoDbException.refused("ResourceNotFoundException", "Requested resource not found");
    }

    /// Goes through all the items of a table as they are, a piece of them in each write, so that others write in
    /// between and nothing that they do is undone. Ends where the table is gone.
    public void inPieces(Table table, BiConsumer<Writer, Map<String, AttributeValue>> action) {
        byte @Nullable [] next = {};
        while (next != null) {
            byte[] from = next;
            next = write(writer -> piece(writer, table, from, action));
        }
    }

    /// @return where the next piece begins; null when this was the last
    private byte @Nullable [] piece(
            Writer writer, Table table, byte[] from, BiConsumer<Writer, Map<String, AttributeValue>> action) {
        if (find(table.name()).filter(now -> now.id().equals(table.id())).isEmpty()) {
            return null;
        }
        var entries = Items.space(store, table).entries(from, null, false);
        byte @Nullable [] last = null;
        for (int i = 0; i < PIECE && entries.hasNext(); i++) {
            var entry = entries.next();
            action.accept(writer, Items.read(entry.getValue()));
            last = entry.getKey();
        }
        // The lowest key behind another is that one with a zero added.
        return entries.hasNext() && last != null ? Arrays.copyOf(last, last.length + 1) : null;
    }

    /// Makes a table, or another of one that is there, in the course of a write.
    public void keep(Writer writer, Table table) {
        TableJson.write(store, writer.batch(), table);
        writer.afterwards(() -> tables.put(table.name(), table));
    }

    /// Removes a table with its items and indexes in the course of a write.
    public void drop(Writer writer, Table table) {
        writer.batch().drop(Items.space(store, table));
        table.indexes().forEach(index -> drop(writer, table, index));
        TableJson.remove(store, writer.batch(), table);
        writer.afterwards(() -> tables.remove(table.name()));
    }

    /// Removes the entries of an index in the course of a write.
    public void drop(Writer writer, Table table, Index index) {
        writer.batch().drop(Items.space(store, table, index));
    }

    /// @return null when there is none
    public @Nullable Map<String, AttributeValue> item(Table table, Map<String, AttributeValue> key) {
        return Items.read(Items.space(store, table).get(Items.key(table, key)));
    }

    /// Items of a table in the order of their keys, as they are now.
    public Iterator<Map<String, AttributeValue>> items(Table table, KeyRange range) {
        return entries(Items.space(store, table), range);
    }

    /// Entries of an index in the order of their keys, as they are now.
    public Iterator<Map<String, AttributeValue>> items(Table table, Index index, KeyRange range) {
        return entries(Items.space(store, table, index), range);
    }

    private static Iterator<Map<String, AttributeValue>> entries(Space space, KeyRange range) {
        var entries = range.descending()
                ? space.entries(range.to(), range.from(), true)
                : space.entries(range.from(), range.to(), false);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Map<String, AttributeValue> next() {
                return ValueBytes.read(entries.next().getValue());
            }
        };
    }

    /// Sizes and counts as DescribeTable says them.
    public long count(Table table) {
        return Items.space(store, table).size();
    }

    public long count(Table table, Index index) {
        return Items.space(store, table, index).size();
    }

    /// In bytes; of more than a hundred items an estimate by the first hundred.
    public long size(Table table) {
        return size(Items.space(store, table));
    }

    public long size(Table table, Index index) {
        return size(Items.space(store, table, index));
    }

    private static long size(Space space) {
        var entries = entries(space, KeyRange.ALL);
        long size = 0;
        int items = 0;
        for (; items < SAMPLE && entries.hasNext(); items++) {
            size += Sizes.of(entries.next());
        }
        return entries.hasNext() ? size * space.size() / items : size;
    }

    public Store store() {
        return store;
    }
}
