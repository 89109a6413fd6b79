package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.value.AttributeValue;
import java.util.Map;
import java.util.Set;

/// Changes to an item.
public final class Update {

    /// The item as it is afterwards; its argument stays as it is.
    ///
    /// @param item empty when there is none, so not even a key: then removing from what is missing is no error
    /// @throws dev.stampede.dynamodb.DynamoDbException when the item does not have what it takes
    public Map<String, AttributeValue> apply(Map<String, AttributeValue> item) {
        throw new UnsupportedOperationException("" + item);
    }

    /// The names of the attributes that it writes.
    public Set<String> attributes() {
        throw new UnsupportedOperationException();
    }

    /// The names of the attributes of which it reads or writes parts.
    public Set<String> nested() {
        throw new UnsupportedOperationException();
    }

    /// Whether it makes an item where there is none: one that only removes does not.
    public boolean creates() {
        throw new UnsupportedOperationException();
    }

    /// What `UPDATED_OLD` and `UPDATED_NEW` show of an item: the places that are written.
    public Map<String, AttributeValue> touched(Map<String, AttributeValue> item) {
        throw new UnsupportedOperationException("" + item);
    }
}
