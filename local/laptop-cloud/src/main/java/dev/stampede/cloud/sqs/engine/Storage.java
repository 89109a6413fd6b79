package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.store.Batch;
import dev.stampede.store.Space;
import dev.stampede.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.BiConsumer;

/// How queues lie in the store: their definitions and the tasks as JSON by name and handle; for each queue its
/// messages, and apart from those, so that a receive writes a few bytes only, how often each was received.
final class Storage implements AutoCloseable {

    /// A process takes so many numbers for its messages; the next one begins behind them.
    private static final long NUMBERS = 1L << 32;
    private static final byte[] NEXT_NUMBER = {0};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Store store;
    private final Space queues;
    private final Space tasks;
    private final Space numbers;

    Storage(Store store) {
        this.store = store;
        this.queues = store.space("queues");
        this.tasks = store.space("tasks");
        this.numbers = store.space("numbers");
    }

    /// The first number that no message ever had.
    long takeNumbers() {
        byte[] kept = numbers.get(NEXT_NUMBER);
        long first = kept == null ? 1 : ByteBuffer.wrap(kept).getLong();
        store.write(new Batch().put(numbers, NEXT_NUMBER, key(first + NUMBERS)));
        return first;
    }

    void queues(BiConsumer<String, JsonNode> visitor) {
        definitions(queues, visitor);
    }

    void tasks(BiConsumer<String, JsonNode> visitor) {
        definitions(tasks, visitor);
    }

    private static void definitions(Space space, BiConsumer<String, JsonNode> visitor) {
        space.entries(null, null, false).forEachRemaining(entry -> {
            try {
                visitor.accept(new String(entry.getKey(), StandardCharsets.UTF_8), JSON.readTree(entry.getValue()));
            } catch (IOException e) {
                throw new UncheckedIOException("the queues hold what is no definition of one", e);
            }
        });
    }

    interface MessageVisitor {
        void message(long number, Message message, int receives, long firstReceived);
    }

    void messages(String queue, MessageVisitor visitor) {
        Space receives = receives(queue);
        messages(queue).entries(null, null, false).forEachRemaining(entry -> {
            byte[] received = receives.get(entry.getKey());
            ByteBuffer counts = received == null ? null : ByteBuffer.wrap(received);
            visitor.message(ByteBuffer.wrap(entry.getKey()).getLong(), Message.read(entry.getValue()),
                    counts == null ? 0 : counts.getInt(), counts == null ? 0 : counts.getLong());
        });
    }

    Message message(String queue, long number) {
        return Message.read(Objects.requireNonNull(messages(queue).get(key(number))));
    }

    /// Changes that are made together, by `commit`.
    Changes change() {
        return new Changes();
    }

    final class Changes {
        private final Batch batch = new Batch();

        Changes put(String queue, long number, Message message) {
            batch.put(messages(queue), key(number), message.bytes());
            return this;
        }

        Changes received(String queue, long number, int receives, long firstReceived) {
            batch.put(receives(queue), key(number), ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                    .putInt(receives).putLong(firstReceived).array());
            return this;
        }

        Changes remove(String queue, Entry entry) {
            batch.remove(messages(queue), key(entry.number));
            if (entry.receives > 0) {
                batch.remove(receives(queue), key(entry.number));
            }
            return this;
        }

        Changes empty(String queue) {
            batch.drop(messages(queue)).drop(receives(queue));
            return this;
        }

        Changes queue(String name, JsonNode definition) {
            batch.put(queues, utf8(name), bytes(definition));
            return this;
        }

        Changes removeQueue(String name) {
            batch.remove(queues, utf8(name));
            return empty(name);
        }

        Changes task(String handle, ObjectNode task) {
            batch.put(tasks, utf8(handle), bytes(task));
            return this;
        }

        Changes removeTask(String handle) {
            batch.remove(tasks, utf8(handle));
            return this;
        }

        boolean isEmpty() {
            return batch.isEmpty();
        }

        /// @throws dev.stampede.store.StoreException when nothing of it was kept
        void commit() {
            store.write(batch);
        }
    }

    private Space messages(String queue) {
        return store.space("messages/" + queue);
    }

    private Space receives(String queue) {
        return store.space("receives/" + queue);
    }

    private static byte[] key(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
