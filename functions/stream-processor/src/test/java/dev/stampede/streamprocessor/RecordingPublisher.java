package dev.stampede.streamprocessor;

import java.util.ArrayList;
import java.util.List;

/// A topic that refuses everything from the message with a given event id on.
final class RecordingPublisher implements EventPublisher {

    final List<Message> messages = new ArrayList<>();
    String refusedId = "none";

    @Override
    public int publish(List<Message> batch) {
        int published = 0;
        for (Message message : batch) {
            if (message.body().contains("\"" + refusedId + "\"")) {
                return published;
            }
            messages.add(message);
            published++;
        }
        return published;
    }
}
