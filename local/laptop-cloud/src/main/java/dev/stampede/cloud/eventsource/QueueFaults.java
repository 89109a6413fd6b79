package dev.stampede.cloud.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.fault.FaultInjector;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What goes wrong between one queue and one function. A message that is held back, or that comes again, becomes
/// visible again in its queue: it keeps its id and is received once more, as from SQS. That uses up receives, so the
/// last ones before the dead-letter queue are left to the function's own failures.
final class QueueFaults {

    private static final int LEFT_TO_THE_FUNCTION = 2;
    /// For a queue without a dead-letter queue: there, too, repeating has an end.
    private static final int USUAL_MAX_RECEIVES = 5;

    private final String queue;
    private final String function;
    private final FaultInjector faults;
    private final int mostReceives;
    /// By receipt handle, what is to come again though it is done.
    private final Map<String, Duration> again = new ConcurrentHashMap<>();

    QueueFaults(Resource queue, String function, FaultInjector faults) {
        this.queue = queue.name();
        this.function = function;
        this.faults = faults;
        this.mostReceives =
                queue.at("RedrivePolicy/maxReceiveCount").asInt(USUAL_MAX_RECEIVES) - LEFT_TO_THE_FUNCTION;
    }

    boolean isPaused() {
        return faults.isPaused(queue, function);
    }

    void awaitResumed() throws InterruptedException {
        faults.awaitResumed(queue, function);
    }

    /// @return for how long the message just received is held back
    Optional<Duration> heldBack(ObjectNode item) {
        // A queue knows whole seconds; none would be no time.
        return mayRepeat(item)
                ? faults.heldBack(queue, function).map(time -> Duration.ofSeconds(time.plusMillis(999).toSeconds()))
                : Optional.empty();
    }

    /// Decides whether the message comes again.
    ///
    /// @return whether it does at once, while it is worked on
    boolean comesAgainAtOnce(ObjectNode item) {
        Optional<Duration> after = mayRepeat(item) ? faults.again(queue, function) : Optional.empty();
        boolean atOnce = after.isPresent() && after.get().toSeconds() == 0;
        if (after.isPresent() && !atOnce) {
            again.put(handle(item), after.get());
        }
        return atOnce;
    }

    /// @return after how long the message, with which the function is through, comes again
    Optional<Duration> comesAgain(ObjectNode item) {
        return Optional.ofNullable(again.remove(handle(item)));
    }

    private boolean mayRepeat(ObjectNode item) {
        return item.at("/attributes/ApproximateReceiveCount").asInt(1) <= mostReceives;
    }

    private static String handle(JsonNode item) {
        return item.get("receiptHandle").asText();
    }
}
