package dev.stampede.local.simulation;

import dev.stampede.lambda.StreamBatch.Change;
import dev.stampede.local.simulation.Instances.Outcome;
import dev.stampede.local.simulation.Table.Write;
import dev.stampede.model.wire.JsonObject;
import dev.stampede.streamprocessor.PublishChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The stream of the Orders table. The records of one order come in their order, those of one transaction apart and in
/// any; a batch that fails comes again from its first failed record on, in smaller parts, until it is given up on.
final class OrderStream {

    private record Entry(long number, String orderId, long visibleAt, Write write) {}

    private static final int SHARDS = 2;
    private static final int BATCH = 100;
    private static final int RETRIES = 10;
    private static final long OUTAGE = 900_000;

    private final class Shard {
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
    private long made;

    OrderStream(Cloud cloud, Instances<PublishChanges> publishers) {
        this.scheduler = cloud.scheduler;
        this.faults = cloud.faults;
        this.dice = cloud.dice.split();
        this.trace = cloud.trace;
        this.publishers = publishers;
        for (int shard = 0; shard < SHARDS; shard++) {
            shards.add(new Shard());
        }
        outageFrom = faults.strikes(Fault.STREAM_OUTAGE) ? scheduler.now() + dice.between(0L, 1_200_000L) : Long.MAX_VALUE;
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
        shard.entries.add(new Entry(made++, orderId, visibleAt, write));
        shard.entries.sort(Comparator.comparingLong(Entry::visibleAt).thenComparingLong(Entry::number));
        scheduler.after(visibleAt - scheduler.now(), () -> poll(shard));
    }

    /// More than 24 hours in which nobody read: what a slice of the orders went through is lost for good.
    private boolean isForgotten(String orderId) {
        boolean outage = !faults.haveStopped() && scheduler.now() >= outageFrom && scheduler.now() < outageFrom + OUTAGE;
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
        List<Change> changes = batch.stream().map(OrderStream::change).toList();
        publishers.<Optional<String>>invoke(0, publisher -> publisher.publish(changes), (outcome, _) -> {
            shard.busy = false;
            switch (outcome) {
                case Outcome.Answered<Optional<String>>(var failed) -> taken(shard, batch, failed);
                case Outcome.Failed<Optional<String>> _, Outcome.Crashed<Optional<String>> _ -> failed(shard, batch);
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
            if (Long.toString(batch.get(place).number()).equals(number)) {
                return place;
            }
        }
        throw new IllegalArgumentException("no record has the number " + number);
    }

    private static Change change(Entry entry) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("SequenceNumber", Long.toString(entry.number()));
        if (entry.write().before() != null) {
            record.put("OldImage", image(entry.write().before()));
        }
        if (entry.write().after() != null) {
            record.put("NewImage", image(entry.write().after()));
        }
        return new Change(Long.toString(entry.number()), new JsonObject(record));
    }

    private static Map<String, Object> image(Map<String, AttributeValue> item) {
        Map<String, Object> image = new LinkedHashMap<>();
        item.forEach((name, value) -> image.put(name, attribute(value)));
        return image;
    }

    private static Map<String, Object> attribute(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case BOOL -> Map.of("BOOL", value.bool());
            case N -> Map.of("N", value.n());
            case M -> Map.of("M", image(value.m()));
            case L -> Map.of("L", value.l().stream().map(OrderStream::attribute).toList());
            default -> throw new IllegalArgumentException("no attribute of an order is of type " + value.type());
        };
    }
}
