package dev.stampede.lambda;

import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// A batch of an SQS event source mapping with partial batch responses
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html): only what failed comes back.
public final class SqsBatch {

    private SqsBatch() {}

    public record Message(String messageId, String body, int receiveCount) {}

    /// Handles messages one by one; one that throws is logged, reported as failed, and keeps no other from its turn.
    public static void forEach(InputStream in, OutputStream out, Consumer<Message> handle) {
        handleAll(in, out, messages -> {
            Set<String> failed = new HashSet<>();
            for (Message message : messages) {
                try {
                    handle.accept(message);
                } catch (RuntimeException e) {
                    Log.error("message failed", e,
                            "messageId", message.messageId(), "receiveCount", message.receiveCount());
                    failed.add(message.messageId());
                }
            }
            return failed;
        });
    }

    /// Handles the batch as a whole.
    ///
    /// @param handle answers the ids of the messages that failed
    public static void handleAll(InputStream in, OutputStream out, Function<List<Message>, Set<String>> handle) {
        List<Message> messages = Json.readObject(in).objects("Records").stream().map(SqsBatch::message).toList();
        Json.write(BatchFailures.of(handle.apply(messages)), out);
    }

    private static Message message(JsonObject item) {
        int receiveCount = Integer.parseInt(item.object("attributes").string("ApproximateReceiveCount"));
        return new Message(item.string("messageId"), item.string("body"), receiveCount);
    }
}
