package dev.stampede.dynamodb.expiry;

import dev.stampede.dynamodb.table.ChangeListener;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.N;
import dev.stampede.dynamodb.value.ValueBytes;
import dev.stampede.store.Batch;
import dev.stampede.store.Space;
import dev.stampede.store.Store;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// When the items of tables expire, in the order of time. It is kept with each change of an item, so that a sweep finds
/// what is due at once.
public final class DueTimes implements ChangeListener {

    private static final BigInteger LATEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Store store;

    public DueTimes(Store store) {
        this.store = store;
    }

    /// @param seconds since 1970
    /// @param key     of the item
    record Due(long seconds, Map<String, AttributeValue> key, byte[] at) {}

    private Space space(Table table) {
        return store.space("expiry/" + table.id());
    }

    @Override
    public void changed(
            Batch batch,
            Table table,
            @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after,
            Cause cause) {
        if (table.ttl().isEmpty()) {
            return;
        }
        OptionalLong dueBefore = before == null ? OptionalLong.empty() : dueOf(table, before);
        OptionalLong dueAfter = after == null ? OptionalLong.empty() : dueOf(table, after);
        if (!dueBefore.equals(dueAfter)) {
            if (before != null) {
                dueBefore.ifPresent(seconds -> batch.remove(space(table), at(table, seconds, before)));
            }
            if (after != null) {
                add(batch, table, after);
            }
        }
    }

    /// Adds an item that has a time to expire at.
    void add(Batch batch, Table table, Map<String, AttributeValue> item) {
        dueOf(table, item).ifPresent(
                seconds -> batch.put(space(table), at(table, seconds, item), ValueBytes.of(table.key().of(item))));
    }

    void remove(Batch batch, Table table, Due due) {
        batch.remove(space(table), due.at());
    }

    void clear(Batch batch, Table table) {
        batch.drop(space(table));
    }

    /// The first of those that are due between two times, both inclusive.
    List<Due> due(Table table, long from, long to, int most) {
        List<Due> due = new ArrayList<>();
        var entries = space(table).entries(seconds(from), seconds(to + 1), false);
        while (due.size() < most && entries.hasNext()) {
            var entry = entries.next();
            long at = ByteBuffer.wrap(entry.getKey()).getLong();
            if (at <= to) {
                due.add(new Due(at, ValueBytes.read(entry.getValue()), entry.getKey()));
            }
        }
        return due;
    }

    /// The whole second at which an item has expired; none where its attribute is no number of seconds after 1970.
    static OptionalLong dueOf(Table table, Map<String, AttributeValue> item) {
        if (table.ttl().map(item::get).orElse(null) instanceof N(BigDecimal number) && number.signum() > 0) {
            BigInteger seconds = number.setScale(0, RoundingMode.CEILING).toBigInteger();
            return seconds.compareTo(LATEST) < 0 ? OptionalLong.of(seconds.longValueExact()) : OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    private static byte[] at(Table table, long seconds, Map<String, AttributeValue> item) {
        byte[] key = table.key().bytes(item).bytes();
        return ByteBuffer.allocate(Long.BYTES + key.length).putLong(seconds).put(key).array();
    }

    private static byte[] seconds(long seconds) {
        return ByteBuffer.allocate(Long.BYTES).putLong(seconds).array();
    }
}
