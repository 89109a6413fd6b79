package dev.stampede.dynamodb.table;

import dev.stampede.dynamodb.value.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The key of a table or an index: a partition key and, of some, a sort key, each a name and one of the types S, N, B.
public record KeySchema(KeyAttribute hash, Optional<KeyAttribute> range) {

    public record KeyAttribute(String name, String type) {

        /// Whether an item has this attribute, with the type that the key wants.
        public boolean isIn(Map<String, AttributeValue> item) {
            AttributeValue value = item.get(name);
            return value != null && value.type().equals(type);
        }
    }

    public List<KeyAttribute> attributes() {
        return Stream.concat(Stream.of(hash), range.stream()).toList();
    }

    public List<String> names() {
        return attributes().stream().map(KeyAttribute::name).toList();
    }

    /// The key's attributes of an item that has them.
    public Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        attributes().forEach(each -> key.put(each.name(), item.get(each.name())));
        return key;
    }
}
