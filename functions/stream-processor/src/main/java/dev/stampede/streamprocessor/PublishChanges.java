package dev.stampede.streamprocessor;

import dev.stampede.lambda.Log;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.wire.EventJson;
import dev.stampede.streamprocessor.EventPublisher.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns the changes of a batch into events and publishes them.
public final class PublishChanges {

    private final EventPublisher publisher;

    public PublishChanges(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /// @return the sequence number of the first change that is not published
    public Optional<String> publish(List<? extends OrderChange> changes) {
        List<Message> messages = new ArrayList<>();
        // Per message the place of its change in the batch.
        List<Integer> places = new ArrayList<>();
        int firstFailed = changes.size();
        for (int place = 0; place < changes.size(); place++) {
            try {
                for (OrderEvent event : changes.get(place).events()) {
                    messages.add(new Message(event.type().wireName(), EventJson.write(event)));
                    places.add(place);
                    Log.info("event", "orderId", event.order().orderId(),
                            "traceparent", event.order().placed().traceparent(), "eventId", event.id(),
                            "eventType", event.type().wireName());
                }
            } catch (RuntimeException e) {
                Log.error("change cannot be read", e, "sequenceNumber", changes.get(place).sequenceNumber());
                firstFailed = Math.min(firstFailed, place);
            }
        }
        int published = publisher.publish(messages);
        if (published < messages.size()) {
            firstFailed = Math.min(firstFailed, places.get(published));
        }
        return firstFailed == changes.size()
                ? Optional.empty()
                : Optional.of(changes.get(firstFailed).sequenceNumber());
    }
}
