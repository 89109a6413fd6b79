package dev.stampede.dynamodb.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.table.Arns;
import dev.stampede.dynamodb.table.ChangeListener;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.table.Writer;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.store.Batch;
import dev.stampede.store.Space;
import dev.stampede.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// All streams. Hears of changes and appends them to the streams of their tables, as a part of the same write.
public final class Streams implements ChangeListener {

    /// Of streams that are enabled from now on. An item is always in the same shard.
    public static final int SHARDS = 1;

    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Store store;
    private final Arns arns;
    private final InstantSource clock;
    private final int shards;
    private final SequenceNumbers numbers;
    private final Space definitions;
    private final ConcurrentSkipListMap<String, ChangeStream> streams = new ConcurrentSkipListMap<>();

    /// @param shards of each stream that is enabled from now on
    public Streams(Store store, Arns arns, InstantSource clock, int shards) {
        this.store = store;
        this.arns = arns;
        this.clock = clock;
        this.shards = shards;
        this.numbers = new SequenceNumbers(store);
        this.definitions = store.space("streams");
        definitions.entries(null, null, false).forEachRemaining(entry -> {
            ChangeStream stream = ChangeStream.read(entry.getValue());
            streams.put(stream.arn(), stream);
        });
    }

    /// Enables a stream of a table in the course of a write.
    ///
    /// @param key the table's KeySchema, as descriptions say it
    /// @return what the table says of it
    public Table.Stream open(Writer writer, Table table, Table.ViewType view, JsonNode key) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant named = now;
        while (streams.containsKey(arns.stream(table.name(), LABEL.format(named)))) {
            named = named.plusMillis(1);
        }
        String label = LABEL.format(named);
        keep(writer, new ChangeStream(
                arns.stream(table.name(), label),
                table.name(),
                table.id(),
                label,
                view,
                key,
                shards,
                now,
                numbers.next(),
                Optional.empty()));
        return new Table.Stream(label, view);
    }

    /// Disables the stream of a table, if it has one, in the course of a write. It can be read for another 24 hours.
    public void end(Writer writer, Table table) {
        of(table).ifPresent(stream -> keep(writer, stream.endedAt(numbers.next(), clock.instant())));
    }

    private Optional<ChangeStream> of(Table table) {
        return table.stream().map(stream -> streams.get(arns.stream(table.name(), stream.label())));
    }

    private void keep(Writer writer, ChangeStream stream) {
        writer.batch().put(definitions, stream.arn().getBytes(StandardCharsets.UTF_8), stream.bytes());
        writer.afterwards(() -> streams.put(stream.arn(), stream));
    }

    @Override
    public void changed(
            Batch batch,
            Table table,
            @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after,
            Cause cause) {
        of(table).ifPresent(stream -> {
            byte[] key = table.key().bytes(Objects.requireNonNull(after == null ? before : after)).bytes();
            StreamRecord record = StreamRecord.of(stream.view(), table.key(), clock.instant(), before, after, cause);
            shard(stream, ShardRecords.shardOf(key, stream.shards())).append(batch, numbers.next(), record);
        });
    }

    /// The streams by their ARNs.
    NavigableMap<String, ChangeStream> all() {
        return streams;
    }

    ShardRecords shard(ChangeStream stream, int shard) {
        return new ShardRecords(store, stream, shard, clock);
    }

    /// Removes the records that are older than 24 hours, and the streams that ended longer ago.
    public void trim() {
        for (ChangeStream stream : streams.values()) {
            Instant horizon = clock.instant().minus(ShardRecords.KEPT);
            if (stream.end().filter(end -> end.at().isBefore(horizon)).isPresent()) {
                forget(stream);
            } else {
                for (int shard = 0; shard < stream.shards(); shard++) {
                    shard(stream, shard).trim();
                }
            }
        }
    }

    private void forget(ChangeStream stream) {
        streams.remove(stream.arn());
        Batch batch = new Batch()
                .drop(store.space(stream.space()))
                .remove(definitions, stream.arn().getBytes(StandardCharsets.UTF_8));
        for (int shard = 0; shard < stream.shards(); shard++) {
            shard(stream, shard).forget(batch);
        }
        store.write(batch);
    }
}
