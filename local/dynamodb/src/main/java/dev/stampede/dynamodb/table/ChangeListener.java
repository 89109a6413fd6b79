package dev.stampede.dynamodb.table;

import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.store.Batch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hears of each change of an item while it is being written, and adds what it keeps of it to the same batch.
public interface ChangeListener {

    /// Called by the one writer there is, so that calls come in the order of the writes.
    ///
    /// @param before null where there was no item
    /// @param after  null where there is none any more
    /// @param cause  who made it
    void changed(Batch batch, Table table, @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after, Cause cause);

    /// One that tells several, in this order.
    static ChangeListener all(ChangeListener... listeners) {
        return (batch, table, before, after, cause) -> {
            for (ChangeListener listener : listeners) {
                listener.changed(batch, table, before, after, cause);
            }
        };
    }

    enum Cause {
        CALLER,
        /// The service itself, because the item has expired.
        EXPIRY
    }
}
