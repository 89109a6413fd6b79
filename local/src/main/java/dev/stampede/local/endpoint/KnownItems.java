package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Remembers how large the items are that went through the endpoint: an update names only what it changes, but costs
/// what the whole item weighs. An item not seen before counts as what its update names.
final class KnownItems {

    private static final int MAX_ITEMS = 50_000;

    /// @param indexes the names of the indexes it shows in
    record Item(int bytes, List<TableSchema.Index> indexes) {}

    private final Map<String, Item> items = Collections.synchronizedMap(new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Item> eldest) {
            return size() > MAX_ITEMS;
        }
    });

    Item put(TableSchema table, JsonNode item) {
        Item known = new Item(ItemSize.of(item), table.indexes().stream()
                .filter(index -> index.key().stream().allMatch(item::has))
                .toList());
        items.put(name(table, item), known);
        return known;
    }

    Item updated(TableSchema table, JsonNode key, JsonNode values) {
        Item before = items.getOrDefault(name(table, key), new Item(ItemSize.of(key) + ItemSize.of(values), List.of()));
        items.putIfAbsent(name(table, key), before);
        return before;
    }

    Item get(TableSchema table, JsonNode key) {
        return items.getOrDefault(name(table, key), new Item(ItemSize.of(key), List.of()));
    }

    Item removed(TableSchema table, JsonNode key) {
        Item before = get(table, key);
        items.remove(name(table, key));
        return before;
    }

    static String name(TableSchema table, JsonNode item) {
        ObjectNode key = Protocol.MAPPER.createObjectNode();
        table.key().forEach(each -> key.set(each, item.path(each)));
        return table.name() + key;
    }
}
