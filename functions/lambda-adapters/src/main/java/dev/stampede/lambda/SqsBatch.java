package dev.stampede.lambda;

import static java.util.stream.Collectors.toSet;

import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.InputStream;
import java.io.OutputStream;
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

    public record Message(String messageId, String body, int receiveCount) {}

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
            return failures.keySet().stream().filter(id -> failures.get(id).resultNow()).collect(toSet());
        });
    }

    /// The same work, but a message whose time has not come is sent to the queue again, for later, and is done with
    /// here. A failed message comes again as well, but each of its few receives brings it nearer to the dead letters.
    /// Sent before it is taken off the queue: dying between the two delivers it twice, and loses nothing.
    public static Consumer<Message> orLater(OwnQueue queue, Consumer<Message> handle) {
        return message -> {
            try {
                handle.accept(message);
            } catch (NotYet notYet) {
                queue.sendLater(message.body(), notYet.after());
                Log.info("message put off", "messageId", message.messageId(), "why", notYet.getMessage(),
                        "seconds", notYet.after().toSeconds());
            }
        };
    }

    /// Handles what the messages say as a whole; one that cannot be read is logged and reported as failed, alone.
    ///
    /// @param read   a message's body
    /// @param id     of what was read; several messages may say something of one
    /// @param handle answers the ids of what failed
    public static <T> void fold(InputStream in, OutputStream out, Function<String, T> read, Function<T, String> id,
            Function<Collection<T>, Set<String>> handle) {
        handleAll(in, out, messages -> {
            Map<String, T> said = new LinkedHashMap<>();
            Set<String> failures = new HashSet<>();
            for (Message message : messages) {
                if (fails(message, it -> said.put(it.messageId(), read.apply(it.body())))) {
                    failures.add(message.messageId());
                }
            }
            Set<String> failed = handle.apply(said.values());
            said.forEach((messageId, it) -> {
                if (failed.contains(id.apply(it))) {
                    failures.add(messageId);
                }
            });
            return failures;
        });
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
        return new Message(item.string("messageId"), item.string("body"), receiveCount);
    }
}
