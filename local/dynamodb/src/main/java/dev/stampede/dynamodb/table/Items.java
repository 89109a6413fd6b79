package dev.stampede.dynamodb.table;

import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueBytes;
import dev.stampede.store.Space;
import dev.stampede.store.Store;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the items of tables and the entries of indexes lie in the store: under a space for each, by keys in whose order
/// a query reads them.
final class Items {

    private Items() {}

    static Space space(Store store, Table table) {
        return store.space("items/" + table.id());
    }

    static Space space(Store store, Table table, Index index) {
        return store.space("index/" + table.id() + "/" + index.name());
    }

    /// @param item the item, or its key alone
    static byte[] key(Table table, Map<String, AttributeValue> item) {
        return table.key().bytes(item).bytes();
    }

    /// Entries of one index key are told apart, and ordered, by the item's own.
    static byte[] key(Table table, Index index, Map<String, AttributeValue> item) {
        return index.key().bytes(item).then(key(table, item)).bytes();
    }

    static @Nullable Map<String, AttributeValue> read(byte @Nullable [] bytes) {
        return bytes == null ? null : ValueBytes.read(bytes);
    }
}
