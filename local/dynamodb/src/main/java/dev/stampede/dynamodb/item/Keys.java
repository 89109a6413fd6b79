package dev.stampede.dynamodb.item;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.Index;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.B;
import dev.stampede.dynamodb.value.AttributeValue.S;
import dev.stampede.dynamodb.value.Sizes;
import java.util.Map;
import java.util.Set;

/// What keys have to be like
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys).
public final class Keys {

    private static final String INVALID = "One or more parameter values were invalid: ";
    private static final String NOT_VALID = "One or more parameter values are not valid. ";
    private static final int LONGEST_HASH = 2048;
    private static final int LONGEST_RANGE = 1024;

    private Keys() {}

    /// A key of a request, held against the table's.
    ///
    /// @return the key
    /// @throws DynamoDbException a ValidationException when it does not fit
    public static Map<String, AttributeValue> checked(Table table, Map<String, AttributeValue> key) {
        if (!hasExactly(table.key(), key)) {
            throw mismatch();
        }
        for (KeyAttribute attribute : table.key().attributes()) {
            refuseEmpty(attribute.of(key),
                    INVALID + "The AttributeValue for a key attribute cannot contain an empty ",
                    "Key: " + attribute.name());
        }
        checkSizes(table.key(), key);
        return key;
    }

    static boolean hasExactly(KeySchema schema, Map<String, AttributeValue> key) {
        Set<String> names = key.keySet();
        return names.size() == schema.attributes().size()
                && schema.attributes().stream().allMatch(attribute -> attribute.isIn(key));
    }

    static DynamoDbException mismatch() {
        return DynamoDbException.validation("The provided key element does not match the schema");
    }

    /// The keys in an item that is put, of the table and of its indexes.
    static void checkItem(Table table, Map<String, AttributeValue> item) {
        for (KeyAttribute attribute : table.key().attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value == null) {
                throw invalid("Missing the key " + attribute.name() + " in the item");
            }
            if (!value.type().equals(attribute.type())) {
                throw invalid(
                        "Type mismatch for key " + attribute.name() + " expected: " + attribute.type() + " actual: "
                                + value.type());
            }
            refuseEmpty(value, NOT_VALID + "The AttributeValue for a key attribute cannot contain an empty ",
                    "Key: " + attribute.name());
        }
        checkSizes(table.key(), item);
        checkIndexKeys(table, item);
    }

    private static void checkIndexKeys(Table table, Map<String, AttributeValue> item) {
        for (Index index : table.indexes()) {
            for (KeyAttribute attribute : index.key().attributes()) {
                AttributeValue value = item.get(attribute.name());
                if (value != null) {
                    checkIndexType(index, attribute, value.type());
                    refuseEmptyIndexKey(index, attribute, value);
                }
            }
            checkSizes(index.key(), item);
        }
    }

    /// The types of the index keys in an update, as far as they are known before it is made.
    static void checkIndexTypes(Table table, Map<String, String> types) {
        for (Index index : table.indexes()) {
            for (KeyAttribute attribute : index.key().attributes()) {
                checkIndexType(index, attribute, types.getOrDefault(attribute.name(), attribute.type()));
            }
        }
    }

    /// The index keys in an item that was updated. What the update did not write may be older than the index.
    static void checkWrittenIndexKeys(Table table, Map<String, AttributeValue> item, Set<String> written) {
        for (Index index : table.indexes()) {
            for (KeyAttribute attribute : index.key().attributes()) {
                AttributeValue value = written.contains(attribute.name()) ? item.get(attribute.name()) : null;
                if (value != null) {
                    if (!value.type().equals(attribute.type())) {
                        throw DynamoDbException.validation(
                                "The update expression attempted to update the secondary index key to unsupported type");
                    }
                    refuseEmptyIndexKey(index, attribute, value);
                    checkSizes(index.key(), item);
                }
            }
        }
    }

    private static void checkIndexType(Index index, KeyAttribute attribute, String type) {
        if (!type.equals(attribute.type())) {
            throw invalid(
                    "Type mismatch for Index Key " + attribute.name() + " Expected: " + attribute.type() + " Actual: "
                            + type + " IndexName: " + index.name());
        }
    }

    private static void refuseEmptyIndexKey(Index index, KeyAttribute attribute, AttributeValue value) {
        refuseEmpty(value,
                NOT_VALID + "A value specified for a secondary index key is not supported. The AttributeValue for a"
                        + " key attribute cannot contain an empty ",
                "IndexName: " + index.name() + ", IndexKey: " + attribute.name());
    }

    private static void refuseEmpty(AttributeValue value, String sentence, String where) {
        if (value instanceof S(String text) && text.isEmpty()) {
            throw DynamoDbException.validation(sentence + "string value. " + where);
        }
        if (value instanceof B(var bytes) && bytes.length() == 0) {
            throw DynamoDbException.validation(sentence + "binary value. " + where);
        }
    }

    private static void checkSizes(KeySchema schema, Map<String, AttributeValue> key) {
        if (size(schema.hashes(), key) > LONGEST_HASH) {
            throw invalid("Size of hashkey has exceeded the maximum size limit of2048 bytes");
        }
        if (size(schema.ranges(), key) > LONGEST_RANGE) {
            throw invalid("Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
        }
    }

    /// @param key may lack attributes of an index
    private static int size(Iterable<KeyAttribute> attributes, Map<String, AttributeValue> key) {
        int size = 0;
        for (KeyAttribute attribute : attributes) {
            AttributeValue value = key.get(attribute.name());
            size += value == null ? 0 : Sizes.of(value);
        }
        return size;
    }

    /// That an expression does not look into key attributes, which have no parts.
    static void refuseNested(Table table, Set<String> nested) {
        for (String name : nested) {
            if (table.key().names().contains(name)) {
                throw scalar("Key: " + name);
            }
            if (table.indexes().stream().anyMatch(index -> index.key().names().contains(name))) {
                throw scalar("IndexKey: " + name);
            }
        }
    }

    private static DynamoDbException scalar(String where) {
        return DynamoDbException.validation(
                "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: " + where);
    }

    static DynamoDbException invalid(String message) {
        return DynamoDbException.validation(INVALID + message);
    }
}
