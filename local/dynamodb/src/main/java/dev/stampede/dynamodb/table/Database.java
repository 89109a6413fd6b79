package dev.stampede.dynamodb.table;

import dev.stampede.dynamodb.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.store.Space;
import dev.stampede.store.Store;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Tables and items. One writer at a time; readers never wait.
public final class Database {

    private final Store store;
    private final ChangeListener listener;
    private final ReentrantLock writing = new ReentrantLock();
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
                .orElseThrow(() -> DynamoDbException.refused("ResourceNotFoundException", "Requested resource not found"));
    }

    /// Does what belongs together and writes it as one, or writes nothing where it throws.
    public <T> T write(Function<Writer, T> change) {
        writing.lock();
        try {
            Writer writer = new Writer(store, listener);
            T result = change.apply(writer);
            store.write(writer.batch());
            return result;
        } finally {
            writing.unlock();
        }
    }

    /// Makes a table, or another of one that is there, in the course of a write.
    public void keep(Writer writer, Table table) {
        TableJson.write(store, writer.batch(), table);
        tables.put(table.name(), table);
    }

    /// Removes a table with its items and indexes in the course of a write.
    public void drop(Writer writer, Table table) {
        writer.batch().drop(Items.space(store, table));
        table.indexes().forEach(index -> writer.batch().drop(Items.space(store, table, index)));
        TableJson.remove(store, writer.batch(), table);
        tables.remove(table.name());
    }

    /// @return null when there is none
    public Map<String, AttributeValue> item(Table table, Map<String, AttributeValue> key) {
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
                return Items.read(entries.next().getValue());
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

    public Store store() {
        return store;
    }
}
