package dev.stampede.lambda;

import static java.util.stream.Collectors.toSet;

import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// A batch of an SQS event source mapping with partial batch responses
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html): only what failed comes back.
public final class SqsBatch {

    private SqsBatch() {}

    /// @param putOffs how often it was put off for a failure
    public record Message(String messageId, String body, int receiveCount, int putOffs) {}

    static final int MAX_PUT_OFFS = 12;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /// Handles messages one by one; one that throws is logged, reported as failed, and keeps no other from its turn.
    public static void forEach(InputStream in, OutputStream out, Consumer<Message> handle) {
        handleAll(in, out, messages -> messages.stream().filter(message -> fails(message, handle))
                .map(Message::messageId).collect(toSet()));
    }

    /// The same, but all messages at once: for work that mostly waits, so that a batch takes as long as its slowest
    /// message and not as long as all of them. `handle` may meet itself on one order.
    public static void forEachConcurrently(InputStream in, OutputStream out, Consumer<Message> handle) {
        handleAll(in, out, messages -> {
            Map<String, Future<Boolean>> failures = new HashMap<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                messages.forEach(
                        message -> failures.put(message.messageId(), threads.submit(() -> fails(message, handle))));
            }
            // An Error, which fails() lets through, throws here: it fails the invocation as it does in forEach.
            return failures.entrySet().stream()
                    .filter(each -> each.getValue().resultNow())
                    .map(Map.Entry::getKey)
                    .collect(toSet());
        });
    }

    /// The same work, but what is not for now is sent to the queue again, for later, and is done with here: a message
    /// whose time has not come, and one that failed for now ([PassingFailure]). Handed back, each of its few receives
    /// would bring it nearer to the dead letters. Sent before it is taken off the queue: dying between the two delivers
    /// it twice, and loses nothing.
    public static Consumer<Message> orLater(OwnQueue queue, Consumer<Message> handle) {
        return message -> {
            try {
                handle.accept(message);
            } catch (NotYet notYet) {
                putOff(queue, message, notYet.after(), message.putOffs(), notYet.why());
            } catch (RuntimeException e) {
                if (!PassingFailure.is(e) || !putOff(queue, message, e.getClass().getSimpleName())) {
                    throw e;
                }
            }
        };
    }

    /// Handles what the messages say as a whole. One that cannot be read is logged and reported as failed, alone; what
    /// is not done now is put off, as is the whole batch where all of it failed for now.
    ///
    /// @param read   a message's body
    /// @param id     of what was read; several messages may say something of one
    /// @param handle answers what is not done
    public static <T> void forBatch(
            InputStream in,
            OutputStream out,
            Function<String, T> read,
            Function<T, String> id,
            OwnQueue queue,
            Function<Collection<T>, Undone> handle) {
        handleAll(in, out, messages -> {
            Map<Message, T> said = new LinkedHashMap<>();
            Set<String> failures = new HashSet<>();
            for (Message message : messages) {
                if (fails(message, it -> said.put(it, read.apply(it.body())))) {
                    failures.add(message.messageId());
                }
            }
            Undone undone = handle(said.values(), id, handle);
            said.forEach((message, it) -> {
                boolean notNow = undone.notNow().contains(id.apply(it));
                boolean failed = undone.failed().contains(id.apply(it));
                if (failed || notNow && fails(message, late -> putOffOrFail(queue, late))) {
                    failures.add(message.messageId());
                }
            });
            return failures;
        });
    }

    private static <T> Undone handle(
            Collection<T> said, Function<T, String> id, Function<Collection<T>, Undone> handle) {
        try {
            return handle.apply(said);
        } catch (RuntimeException e) {
            if (!PassingFailure.is(e)) {
                throw e;
            }
            Log.error("batch failed for now", e, "messages", said.size());
            return Undone.notNow(said.stream().map(id).collect(toSet()));
        }
    }

    private static void putOffOrFail(OwnQueue queue, Message message) {
        if (!putOff(queue, message, "not now")) {
            throw new IllegalStateException("put off " + message.putOffs() + " times");
        }
    }

    /// Each time for twice as long, and so often as takes three quarters of an hour: what failed for so long is for an
    /// operator to look at, as a dead letter.
    private static boolean putOff(OwnQueue queue, Message message, String why) {
        if (message.putOffs() >= MAX_PUT_OFFS) {
            return false;
        }
        Duration delay = Duration.ofSeconds(Math.min(1L << message.putOffs(), LONGEST.toSeconds()));
        putOff(queue, message, delay, message.putOffs() + 1, why);
        return true;
    }

    private static void putOff(OwnQueue queue, Message message, Duration delay, int putOffs, String why) {
        queue.sendLater(message.body(), delay, putOffs);
        Log.info("message put off", "messageId", message.messageId(), "why", why, "seconds", delay.toSeconds(),
                "putOffs", putOffs);
    }

    /// @param handle answers the ids of the messages that failed
    private static void handleAll(InputStream in, OutputStream out, Function<List<Message>, Set<String>> handle) {
        List<Message> messages = Json.readObject(in).objects("Records").stream().map(SqsBatch::message).toList();
        Json.write(BatchFailures.of(handle.apply(messages)), out);
    }

    private static boolean fails(Message message, Consumer<Message> handle) {
        try {
            handle.accept(message);
            return false;
        } catch (RuntimeException e) {
            Log.error("message failed", e, "messageId", message.messageId(), "receiveCount", message.receiveCount());
            return true;
        }
    }

    private static Message message(JsonObject item) {
        int receiveCount = Integer.parseInt(item.object("attributes").string("ApproximateReceiveCount"));
        return new Message(item.string("messageId"), item.string("body"), receiveCount, putOffs(item));
    }

    private static int putOffs(JsonObject item) {
        return item.optionalObject("messageAttributes")
                .flatMap(attributes -> attributes.optionalObject(SqsOwnQueue.PUT_OFFS))
                .map(attribute -> Integer.parseInt(attribute.string("stringValue")))
                .orElse(0);
    }
}
