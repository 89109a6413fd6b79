package dev.stampede.verification.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.SnsException;

/// The topic of order events: it hands each event to those who subscribed to its type, at least once.
final class Topic implements SnsClient {

    private record Subscription(Set<String> types, BiConsumer<String, String> target) {}

    private final Calls calls;
    private final Faults faults;
    private final List<Subscription> subscriptions = new ArrayList<>();

    Topic(Calls calls, Faults faults) {
        this.calls = calls;
        this.faults = faults;
    }

    /// @param target takes a label for the trace, and the event
    void subscribe(Set<String> types, BiConsumer<String, String> target) {
        subscriptions.add(new Subscription(types, target));
    }

    @Override
    public PublishBatchResponse publishBatch(PublishBatchRequest request) {
        return calls.write("PublishBatch of " + request.publishBatchRequestEntries().size(), Topic::throttled, () -> {
            List<BatchResultErrorEntry> refused = new ArrayList<>();
            for (PublishBatchRequestEntry entry : request.publishBatchRequestEntries()) {
                if (faults.strikes(Fault.PUBLISH_REFUSED)) {
                    refused.add(BatchResultErrorEntry.builder().id(entry.id()).code("InternalError").build());
                } else {
                    fanOut(entry);
                }
            }
            return PublishBatchResponse.builder().failed(refused).build();
        });
    }

    private void fanOut(PublishBatchRequestEntry entry) {
        String type = Objects.requireNonNull(entry.messageAttributes().get("event_type")).stringValue();
        String label = type + " " + id(entry.message());
        for (Subscription subscription : subscriptions) {
            if (subscription.types().contains(type)) {
                subscription.target().accept(label, entry.message());
                if (faults.strikes(Fault.REPEAT)) {
                    subscription.target().accept(label, entry.message());
                }
            }
        }
    }

    /// The event's id, shortened, without reading the whole event.
    private static String id(String event) {
        int from = event.indexOf("\"id\":\"") + 6;
        String id = event.substring(from, event.indexOf('"', from));
        return id.substring(0, Math.min(8, id.length())) + id.substring(Math.max(0, id.indexOf('#')));
    }

    private static RuntimeException throttled() {
        return SnsException.builder().message("Rate exceeded").statusCode(400).writableStackTrace(false).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
