package dev.stampede.streamprocessor;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.lambda.PassingFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/// Publishes with PublishBatch. Its bounds: https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
public final class SnsEventPublisher implements EventPublisher {

    static final int MAX_ENTRIES = 10;
    static final int MAX_BYTES = 256 * 1024;
    private static final int ATTRIBUTE_BYTES = 64;
    private static final int MAX_TRIES = 4;

    private final SnsClient sns;
    private final String topicArn;
    private final Backoff backoff;

    public SnsEventPublisher(SnsClient sns, String topicArn, Backoff backoff) {
        this.sns = sns;
        this.topicArn = Objects.requireNonNull(topicArn, "topicArn");
        this.backoff = backoff;
    }

    @Override
    public int publish(List<Message> messages) {
        int from = 0;
        while (from < messages.size()) {
            int to = endOfBatch(messages, from);
            int published = publishBatch(messages.subList(from, to));
            if (published < to - from) {
                return from + published;
            }
            from = to;
        }
        return from;
    }

    private static int endOfBatch(List<Message> messages, int from) {
        int to = from;
        int bytes = 0;
        while (to < messages.size() && to - from < MAX_ENTRIES) {
            bytes += messages.get(to).body().getBytes(StandardCharsets.UTF_8).length + ATTRIBUTE_BYTES;
            if (to > from && bytes > MAX_BYTES) {
                break;
            }
            to++;
        }
        return to;
    }

    /// The entries' ids are their places, so that what is refused is known by place and only that is sent again.
    private int publishBatch(List<Message> batch) {
        List<PublishBatchRequestEntry> left = new ArrayList<>();
        for (int place = 0; place < batch.size(); place++) {
            left.add(entry(Integer.toString(place), batch.get(place)));
        }
        for (int attempt = 0;; attempt++) {
            List<PublishBatchRequestEntry> entries = List.copyOf(left);
            Sent sent = send(entries);
            left.removeIf(entry -> !sent.refused().contains(entry.id()));
            if (left.isEmpty()) {
                return batch.size();
            }
            if (!sent.answered() || attempt + 1 == MAX_TRIES) {
                return Integer.parseInt(left.getFirst().id());
            }
            backoff.pause(attempt);
        }
    }

    /// @param answered whether it is worth another try at once; the stream brings what got no answer again
    private record Sent(List<String> refused, boolean answered) {}

    private Sent send(List<PublishBatchRequestEntry> entries) {
        try {
            List<String> refused =
                    sns.publishBatch(publish -> publish.topicArn(topicArn).publishBatchRequestEntries(entries))
                            .failed().stream()
                            .peek(failure -> Log.warn("message refused", "code", failure.code()))
                            .map(BatchResultErrorEntry::id)
                            .toList();
            return new Sent(refused, true);
        } catch (SdkException e) {
            Log.error("publish failed", e, "messages", entries.size());
            return new Sent(
                    entries.stream().map(PublishBatchRequestEntry::id).toList(), !PassingFailure.isUnanswered(e));
        }
    }

    private static PublishBatchRequestEntry entry(String id, Message message) {
        return PublishBatchRequestEntry.builder()
                .id(id)
                .message(message.body())
                .messageAttributes(Map.of("event_type", MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(message.eventType())
                        .build()))
                .build();
    }
}
