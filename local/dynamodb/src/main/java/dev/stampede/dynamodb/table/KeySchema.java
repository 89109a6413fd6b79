package dev.stampede.dynamodb.table;

import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.KeyBytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The key of a table or an index: a partition key and, of some, a sort key. A table's are one attribute each; those of
/// a global index up to four each.
///
/// @param hashes the attributes of the partition key
/// @param ranges the attributes of the sort key, in the order in which they sort
public record KeySchema(List<KeyAttribute> hashes, List<KeyAttribute> ranges) {

    /// @param type S, N or B
    public record KeyAttribute(String name, String type) {

        /// Whether an item has this attribute, with the type that the key wants.
        public boolean isIn(Map<String, AttributeValue> item) {
            AttributeValue value = item.get(name);
            return value != null && value.type().equals(type);
        }

        /// The value that an item of the table or of the index has in it.
        public AttributeValue of(Map<String, AttributeValue> item) {
            return Objects.requireNonNull(item.get(name), name);
        }
    }

    /// Of one attribute each.
    public KeySchema(KeyAttribute hash, Optional<KeyAttribute> range) {
        this(List.of(hash), range.stream().toList());
    }

    /// The partition key, or the first attribute of it.
    public KeyAttribute hash() {
        return hashes.getFirst();
    }

    /// The sort key, or the first attribute of it.
    public Optional<KeyAttribute> range() {
        return ranges.stream().findFirst();
    }

    public List<KeyAttribute> attributes() {
        if (ranges.isEmpty()) {
            return hashes;
        }
        List<KeyAttribute> attributes = new ArrayList<>(hashes);
        attributes.addAll(ranges);
        return attributes;
    }

    public List<String> names() {
        List<String> names = new ArrayList<>(hashes.size() + ranges.size());
        hashes.forEach(each -> names.add(each.name()));
        ranges.forEach(each -> names.add(each.name()));
        return names;
    }

    /// The key's attributes of an item that has them.
    public Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = LinkedHashMap.newLinkedHashMap(hashes.size() + ranges.size());
        attributes().forEach(each -> key.put(each.name(), each.of(item)));
        return key;
    }

    /// @param item has the key's attributes
    public KeyBytes bytes(Map<String, AttributeValue> item) {
        List<AttributeValue> partition = new ArrayList<>(hashes.size());
        hashes.forEach(each -> partition.add(each.of(item)));
        KeyBytes key = KeyBytes.partition(partition);
        ranges.forEach(each -> key.then(each.of(item)));
        return key;
    }
}
