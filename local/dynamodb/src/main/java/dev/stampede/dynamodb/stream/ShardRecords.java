package dev.stampede.dynamodb.stream;

import dev.stampede.store.Batch;
import dev.stampede.store.Space;
import dev.stampede.store.Store;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The records of one shard, by their sequence numbers.
final class ShardRecords {

    static final Duration KEPT = Duration.ofHours(24);
    /// Of records in one answer, as the store keeps them.
    private static final int LARGEST_PAGE = 1 << 20;
    private static final int TRIMMED_AT_ONCE = 1000;

    private final Store store;
    private final Space records;
    private final ChangeStream stream;
    private final int shard;
    private final InstantSource clock;

    ShardRecords(Store store, ChangeStream stream, int shard, InstantSource clock) {
        this.store = store;
        this.records = store.space(stream.space());
        this.stream = stream;
        this.shard = shard;
        this.clock = clock;
    }

    record Numbered(long number, StreamRecord record) {}

    /// @param key of an item, which begins with the hash of its partition
    static int shardOf(byte[] key, int shards) {
        // Of one shard as of many: the hash as a share of all hashes.
        return (int) (Integer.toUnsignedLong(ByteBuffer.wrap(key).getInt()) * shards >>> Integer.SIZE);
    }

    private byte[] key(long number) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(shard).putLong(number).array();
    }

    private static long number(byte[] key) {
        return ByteBuffer.wrap(key).getLong(Integer.BYTES);
    }

    void append(Batch batch, long number, StreamRecord record) {
        batch.put(records, key(number), record.bytes());
    }

    /// Records from a number on, as many as an answer holds.
    List<Numbered> page(long from, int limit) {
        List<Numbered> page = new ArrayList<>();
        int size = 0;
        var entries = entries(from);
        while (page.size() < limit && entries.hasNext()) {
            var entry = entries.next();
            size += entry.getValue().length;
            if (size > LARGEST_PAGE && !page.isEmpty()) {
                break;
            }
            page.add(new Numbered(number(entry.getKey()), StreamRecord.read(entry.getValue())));
        }
        return page;
    }

    private Iterator<Map.Entry<byte[], byte[]>> entries(long from) {
        return records.entries(key(from), key(Long.MAX_VALUE), false);
    }

    /// The number from which on there is everything.
    long horizon() {
        byte[] trimmed = trims().get(trimKey());
        return trimmed == null ? stream.start() : ByteBuffer.wrap(trimmed).getLong() + 1;
    }

    /// The number behind the last record.
    long tip() {
        var last = records.entries(key(Long.MAX_VALUE), key(0), true);
        return last.hasNext() ? number(last.next().getKey()) + 1 : horizon();
    }

    /// Removes what is older than 24 hours.
    void trim() {
        Instant oldest = clock.instant().minus(KEPT);
        boolean more = true;
        while (more) {
            Batch batch = new Batch();
            byte[] last = null;
            var entries = entries(0);
            for (int i = 0; i < TRIMMED_AT_ONCE && entries.hasNext(); i++) {
                var entry = entries.next();
                if (!StreamRecord.time(entry.getValue()).isBefore(oldest)) {
                    break;
                }
                last = entry.getKey();
                batch.remove(records, last);
            }
            more = last != null;
            if (last != null) {
                store.write(batch.put(
                        trims(),
                        trimKey(),
                        ByteBuffer.allocate(Long.BYTES).putLong(number(last)).array()));
            }
        }
    }

    /// Forgets what was trimmed, when the stream goes.
    void forget(Batch batch) {
        batch.remove(trims(), trimKey());
    }

    private Space trims() {
        return store.space("stream.trims");
    }

    private byte[] trimKey() {
        return (stream.arn() + "/" + shard).getBytes(StandardCharsets.UTF_8);
    }
}
