package dev.stampede.dynamodb.table;

import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A secondary index of a table.
///
/// @param global whether it has partitions of its own; a local one has the table's
/// @param nonKey what is projected beside the keys, for the projection INCLUDE
public record Index(
        String name, boolean global, KeySchema key, ProjectionType projection, List<String> nonKey, Status status) {

    private static final int LONGEST_HASH = 2048;
    private static final int LONGEST_RANGE = 1024;

    public enum ProjectionType {
        ALL, KEYS_ONLY, INCLUDE
    }

    public enum Status {
        CREATING, ACTIVE, DELETING
    }

    /// An item without one of the index's key attributes is not in it: the index is sparse. Nor is one whose attribute
    /// could not be a key, because it is empty or too long: it was there before the index.
    public boolean holds(Map<String, AttributeValue> item) {
        return key.hashes().stream().allMatch(each -> each.isIn(item) && fits(each.of(item), LONGEST_HASH))
                && key.ranges().stream()
                        .allMatch(each -> each.isIn(item) && fits(each.of(item), LONGEST_RANGE));
    }

    private static boolean fits(AttributeValue value, int longest) {
        int size = Sizes.of(value);
        return size > 0 && size <= longest;
    }

    /// What the index holds of an item.
    Map<String, AttributeValue> projected(KeySchema tableKey, Map<String, AttributeValue> item) {
        if (projection == ProjectionType.ALL) {
            return item;
        }
        Map<String, AttributeValue> projected = new LinkedHashMap<>();
        for (String name : projectedNames(tableKey)) {
            AttributeValue value = item.get(name);
            if (value != null) {
                projected.put(name, value);
            }
        }
        return projected;
    }

    /// The attributes that every entry may have; not for the projection ALL.
    public Set<String> projectedNames(KeySchema tableKey) {
        Set<String> names = new LinkedHashSet<>(tableKey.names());
        names.addAll(key.names());
        names.addAll(nonKey);
        return names;
    }

    public Index withStatus(Status status) {
        return new Index(name, global, key, projection, nonKey, status);
    }
}
