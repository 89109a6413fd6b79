package dev.stampede.verification.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.lambda.StreamBatch.Change;
import dev.stampede.model.wire.JsonObject;
import dev.stampede.streamprocessor.DynamoDbOrderChange;
import dev.stampede.streamprocessor.OrderChange;
import dev.stampede.streamprocessor.PublishChanges;
import dev.stampede.verification.simulation.Instances.Outcome;
import dev.stampede.verification.simulation.Table.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the engine's stream of the Orders table reaches the function that reads it. The records of one order come in
/// their order, those of one transaction apart and in any; a batch that fails comes again from its first failed record
/// on, in smaller parts, until it is given up on.
final class OrderStream {

    /// @param number the sequence number
    /// @param record what the table's stream says of the change
    private record Entry(String number, String orderId, long visibleAt, JsonNode record) {}

    private static final int SHARDS = 2;
    private static final int BATCH = 100;
    private static final int RETRIES = 10;
    private static final long OUTAGE = 900_000;

    private static final class Shard {
        private final List<Entry> entries = new ArrayList<>();
        private int limit = BATCH;
        private int failures;
        private boolean busy;
    }

    private final Scheduler scheduler;
    private final Faults faults;
    private final Dice dice;
    private final Trace trace;
    private final Instances<PublishChanges> publishers;
    private final List<Shard> shards = new ArrayList<>();
    private final Map<String, Long> lastVisible = new HashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final long outageFrom;
    private final int outageSlice;

    OrderStream(Cloud cloud, Instances<PublishChanges> publishers) {
        this.scheduler = cloud.scheduler;
        this.faults = cloud.faults;
        this.dice = cloud.dice.split();
        this.trace = cloud.trace;
        this.publishers = publishers;
        for (int shard = 0; shard < SHARDS; shard++) {
            shards.add(new Shard());
        }
        outageFrom =
                faults.strikes(Fault.STREAM_OUTAGE) ? scheduler.now() + dice.between(0L, 1_200_000L) : Long.MAX_VALUE;
        outageSlice = dice.between(1, 4);
    }

    /// The orders about which the stream forgot something.
    Set<String> forgotten() {
        return forgotten;
    }

    void append(Write write) {
        String orderId = write.key();
        if (isForgotten(orderId)) {
            forgotten.add(orderId);
            trace.add(scheduler.now(), "stream", "forgets a change of " + orderId.substring(0, 8));
            return;
        }
        long late = faults.strikes(Fault.LATE) ? dice.between(1_000L, 60_000L) : dice.between(20L, 600L);
        long visibleAt = Math.max(scheduler.now() + late, lastVisible.getOrDefault(orderId, 0L));
        lastVisible.put(orderId, visibleAt);
        Shard shard = shards.get(Math.floorMod(orderId.hashCode(), SHARDS));
        shard.entries.add(
                new Entry(write.record().get("SequenceNumber").textValue(), orderId, visibleAt, write.record()));
        shard.entries.sort(Comparator.comparingLong(Entry::visibleAt).thenComparing(Entry::number));
        scheduler.after(visibleAt - scheduler.now(), () -> poll(shard));
    }

    /// More than 24 hours in which nobody read: what a slice of the orders went through is lost for good.
    private boolean isForgotten(String orderId) {
        boolean outage =
                !faults.haveStopped() && scheduler.now() >= outageFrom && scheduler.now() < outageFrom + OUTAGE;
        return outage && Math.floorMod(orderId.hashCode() / 7, 5) < outageSlice;
    }

    private void poll(Shard shard) {
        List<Entry> batch = shard.entries.stream()
                .filter(entry -> entry.visibleAt() <= scheduler.now())
                .limit(shard.limit)
                .toList();
        if (shard.busy || batch.isEmpty()) {
            return;
        }
        shard.busy = true;
        List<OrderChange> changes = batch.stream().map(OrderStream::change).toList();
        publishers.<Optional<String>>invoke(0, publisher -> publisher.publish(changes), (outcome, _) -> {
            shard.busy = false;
            switch (outcome) {
                case Outcome.Answered<Optional<String>>(var failed) -> taken(shard, batch, failed);
                case Outcome.Failed<Optional<String>> _,Outcome.Crashed<Optional<String>> _ -> failed(shard, batch);
            }
            scheduler.after(shard.failures == 0 ? 0 : 1000L * shard.failures, () -> poll(shard));
        });
    }

    private void taken(Shard shard, List<Entry> batch, Optional<String> firstFailed) {
        int done = firstFailed.map(number -> place(batch, number)).orElse(batch.size());
        if (done == batch.size() && faults.strikes(Fault.REPEAT)) {
            return;
        }
        shard.entries.removeAll(batch.subList(0, done));
        if (done == batch.size()) {
            shard.failures = 0;
            shard.limit = BATCH;
        } else {
            failed(shard, batch.subList(done, batch.size()));
        }
    }

    private void failed(Shard shard, List<Entry> batch) {
        shard.limit = Math.max(1, batch.size() / 2);
        if (++shard.failures > RETRIES) {
            batch.forEach(entry -> forgotten.add(entry.orderId()));
            trace.add(scheduler.now(), "stream", "gives up on " + batch.size() + " records");
            shard.entries.removeAll(batch);
            shard.failures = 0;
            shard.limit = BATCH;
        }
    }

    private static int place(List<Entry> batch, String number) {
        for (int place = 0; place < batch.size(); place++) {
            if (batch.get(place).number().equals(number)) {
                return place;
            }
        }
        throw new IllegalArgumentException("no record has the number " + number);
    }

    private static OrderChange change(Entry entry) {
        return new DynamoDbOrderChange(new Change(entry.number(), new JsonObject(fields(entry.record()))));
    }

    private static Map<String, Object> fields(JsonNode json) {
        Map<String, Object> fields = new LinkedHashMap<>();
        json.properties().forEach(each -> fields.put(each.getKey(), plain(each.getValue())));
        return fields;
    }

    private static Object plain(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> fields(json);
            case ARRAY -> json.valueStream().map(OrderStream::plain).toList();
            case STRING -> json.textValue();
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> json.numberValue();
            case BINARY, MISSING, NULL,
                    POJO -> throw new IllegalArgumentException("no stream has " + json.getNodeType());
        };
    }
}
