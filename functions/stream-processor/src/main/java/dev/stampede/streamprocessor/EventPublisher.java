package dev.stampede.streamprocessor;

import java.util.List;

/// The topic of order events.
public interface EventPublisher {

    /// @param eventType the message attribute that subscriptions filter on
    record Message(String eventType, String body) {}

    /// Publishes messages in their order.
    ///
    /// @return how many, from the first on, are certainly published: all of them, or fewer where the topic refused one
    int publish(List<Message> messages);
}
