package dev.stampede.local.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Items by key, as they are and as they were a moment ago.
final class Table {

    /// One item's change. An item that was not there before, or is not after, is null.
    record Write(Table table, String key, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {}

    private record Row(Map<String, AttributeValue> item, Map<String, AttributeValue> before, long changedAt) {}

    /// Longer than a replica of a table or an index lags behind.
    private static final long LAG = 1000;

    private final String name;
    private final List<String> keyNames;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Invocation> locks = new HashMap<>();

    Table(String name, String... keyNames) {
        this.name = name;
        this.keyNames = List.of(keyNames);
    }

    String name() {
        return name;
    }

    String key(Map<String, AttributeValue> keyOrItem) {
        return keyNames.size() == 1
                ? keyOrItem.get(keyNames.getFirst()).s()
                : keyNames.stream().map(part -> keyOrItem.get(part).s()).collect(Collectors.joining("|"));
    }

    Map<String, AttributeValue> keyItem(Map<String, AttributeValue> item) {
        return keyNames.stream().collect(Collectors.toMap(part -> part, item::get));
    }

    /// Null where there is none.
    Map<String, AttributeValue> get(String key) {
        Row row = rows.get(key);
        return row == null ? null : row.item();
    }

    /// As a replica that lags has it.
    Map<String, AttributeValue> stale(String key, long now) {
        Row row = rows.get(key);
        return row == null ? null : row.changedAt() + LAG > now ? row.before() : row.item();
    }

    Collection<String> keys() {
        return rows.keySet();
    }

    /// All items that are there.
    List<Map<String, AttributeValue>> items() {
        return rows.values().stream().map(Row::item).filter(item -> item != null).toList();
    }

    Write put(String key, Map<String, AttributeValue> item, long now) {
        Map<String, AttributeValue> before = get(key);
        rows.put(key, new Row(item, before, now));
        return new Write(this, key, before, item);
    }

    Write delete(String key, long now) {
        return put(key, null, now);
    }

    /// Whether a transaction of another invocation is at the item.
    boolean isLocked(String key) {
        return locks.containsKey(key);
    }

    void lock(String key, Invocation by) {
        locks.put(key, by);
    }

    void unlock(String key) {
        locks.remove(key);
    }
}
