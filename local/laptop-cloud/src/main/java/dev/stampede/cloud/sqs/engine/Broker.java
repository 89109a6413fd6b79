package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The queues of one engine under one lock, which goes to the callers in the order of their arrival. Every change is in the store before it is here; what the store refuses has
/// not happened.
final class Broker {

    static final Duration BEFORE_THE_NAME_IS_FREE = Duration.ofSeconds(60);
    static final Duration BETWEEN_PURGES = Duration.ofSeconds(60);
    /// Of one queue (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html).
    static final int MOST_IN_FLIGHT = 120_000;

    /// Fair: a sender in a loop would otherwise keep the others waiting.
    private final ReentrantLock lock = new ReentrantLock(true);
    /// Signalled when move tasks have something to do or to stop.
    final Condition tasksChanged = lock.newCondition();
    final Storage storage;
    private final Time time;
    private final SqsEngine.Address address;
    private final long origin;
    private final SortedMap<String, Queue> queues = new TreeMap<>();
    private final Map<String, Long> deleted = new HashMap<>();
    private long nextNumber;
    private boolean closed;

    Broker(Storage storage, Time time, SqsEngine.Address address) {
        this.storage = storage;
        this.time = time;
        this.address = address;
        this.origin = time.nanos().getAsLong();
        this.nextNumber = storage.takeNumbers();
        storage.queues(this::restore);
    }

    /// What was in flight is visible again at once; a delay goes on where it stood.
    private void restore(String name, JsonNode definition) {
        Queue queue = new Queue(name, address.arn(name), lock.newCondition(), definition.get("created").asLong(),
                definition.get("modified").asLong(), QueueAttributes.USUAL.with(texts(definition.get("attributes"))),
                texts(definition.get("tags")));
        queues.put(name, queue);
        long wall = wall();
        storage.messages(name, (number, message, receives, firstReceived) -> {
            long age = Math.max(0, wall - message.sentAt());
            long delay = receives > 0 ? 0 : message.delaySeconds() * 1000L - age;
            Entry entry = new Entry(number, message.group(), Math.min(-1, -TimeUnit.MILLISECONDS.toNanos(age)),
                    TimeUnit.MILLISECONDS.toNanos(delay));
            entry.receives = receives;
            entry.firstReceived = firstReceived;
            queue.restore(entry);
        });
    }

    /// Nanoseconds since the engine was opened.
    long now() {
        return time.nanos().getAsLong() - origin;
    }

    /// Milliseconds for timestamps.
    long wall() {
        return time.wall().millis();
    }

    long takeNumber() {
        return nextNumber++;
    }

    interface Action<T, E extends Exception> {
        T run() throws E;
    }

    /// @throws SqsException when the store fails; then nothing has happened
    <T, E extends Exception> T atomically(Action<T, E> action) throws E {
        lock.lock();
        try {
            return action.run();
        } catch (StoreException e) {
            throw new SqsException(SqsException.Code.UNAVAILABLE,
                    "The request has failed due to a temporary failure of the server.", e);
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    Collection<Queue> queues() {
        return queues.values();
    }

    Optional<Queue> find(String name) {
        return Optional.ofNullable(queues.get(name));
    }

    Optional<Queue> findByArn(String arn) {
        return arn.equals(address.arn(arn.substring(arn.lastIndexOf(':') + 1)))
                ? find(arn.substring(arn.lastIndexOf(':') + 1))
                : Optional.empty();
    }

    /// @throws SqsException when there is none of that name
    Queue queue(String name) {
        return find(name).orElseThrow(Broker::doesNotExist);
    }

    static SqsException doesNotExist() {
        return new SqsException(SqsException.Code.QUEUE_DOES_NOT_EXIST, "The specified queue does not exist.");
    }

    void create(String name, QueueAttributes attributes, SortedMap<String, String> tags) {
        Long since = deleted.get(name);
        if (since != null && now() - since < BEFORE_THE_NAME_IS_FREE.toNanos()) {
            throw new SqsException(SqsException.Code.QUEUE_DELETED_RECENTLY,
                    "You must wait 60 seconds after deleting a queue before you can create another with the same name.");
        }
        long seconds = wall() / 1000;
        Queue queue = new Queue(name, address.arn(name), lock.newCondition(), seconds, seconds, attributes, tags);
        keep(queue);
        queues.put(name, queue);
        deleted.remove(name);
    }

    void change(Queue queue, QueueAttributes attributes) {
        QueueAttributes before = queue.attributes;
        long modifiedBefore = queue.modifiedAt;
        queue.attributes = attributes;
        queue.modifiedAt = wall() / 1000;
        try {
            keep(queue);
        } catch (StoreException e) {
            queue.attributes = before;
            queue.modifiedAt = modifiedBefore;
            throw e;
        }
        queue.changed.signalAll();
    }

    void tag(Queue queue, SortedMap<String, String> tags) {
        SortedMap<String, String> before = queue.tags;
        queue.tags = tags;
        try {
            keep(queue);
        } catch (StoreException e) {
            queue.tags = before;
            throw e;
        }
    }

    private void keep(Queue queue) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode()
                .put("created", queue.createdAt)
                .put("modified", queue.modifiedAt);
        ObjectNode attributes = definition.putObject("attributes");
        queue.attributes.set().forEach(attributes::put);
        ObjectNode tags = definition.putObject("tags");
        queue.tags.forEach(tags::put);
        storage.change().queue(queue.name, definition).commit();
    }

    void delete(Queue queue) {
        storage.change().removeQueue(queue.name).commit();
        queues.remove(queue.name);
        deleted.put(queue.name, now());
        queue.deleted = true;
        queue.changed.signalAll();
        tasksChanged.signalAll();
    }

    void purge(Queue queue) {
        if (queue.purged.isPresent() && now() - queue.purged.getAsLong() < BETWEEN_PURGES.toNanos()) {
            throw new SqsException(SqsException.Code.PURGE_IN_PROGRESS,
                    "Only one PurgeQueue operation on " + queue.name + " is allowed every 60 seconds.");
        }
        storage.change().empty(queue.name).commit();
        queue.entries().forEach(queue::remove);
        queue.purged = OptionalLong.of(now());
    }

    /// Puts all or none of the messages into the queue.
    void send(Queue queue, List<Message> messages) {
        long now = now();
        List<Entry> entries = new ArrayList<>();
        Storage.Changes changes = storage.change();
        for (Message message : messages) {
            Entry entry = new Entry(takeNumber(), message.group(), now,
                    now + TimeUnit.SECONDS.toNanos(message.delaySeconds()));
            changes.put(queue.name, entry.number, message);
            entries.add(entry);
        }
        changes.commit();
        entries.forEach(entry -> queue.add(entry, now));
    }

    /// Brings the queue up to the present: what is due is visible, what is too old is gone.
    void settle(Queue queue) {
        long now = now();
        queue.settle(now);
        List<Entry> expired = queue.expired(now);
        if (!expired.isEmpty()) {
            Storage.Changes changes = storage.change();
            expired.forEach(entry -> changes.remove(queue.name, entry));
            changes.commit();
            expired.forEach(queue::remove);
        }
    }

    void remove(Queue queue, List<Entry> entries) {
        Storage.Changes changes = storage.change();
        entries.forEach(entry -> changes.remove(queue.name, entry));
        changes.commit();
        entries.forEach(queue::remove);
    }

    /// Waiting receives and move tasks end.
    void close() {
        lock.lock();
        try {
            closed = true;
            queues.values().forEach(queue -> queue.changed.signalAll());
            tasksChanged.signalAll();
        } finally {
            lock.unlock();
        }
        storage.close();
    }

    static SortedMap<String, String> texts(JsonNode object) {
        SortedMap<String, String> texts = new TreeMap<>();
        object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }
}
