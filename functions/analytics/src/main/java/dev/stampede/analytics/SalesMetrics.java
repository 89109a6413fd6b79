package dev.stampede.analytics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sales figures, hour by hour.
public interface SalesMetrics {

    /// The amounts that one event adds.
    ///
    /// @param hour the start of the hour, in UTC
    record Count(String eventId, LocalDateTime hour, Map<String, Long> amounts) {

        public Count {
            amounts = Map.copyOf(amounts);
        }
    }

    sealed interface Outcome {
        record Counted() implements Outcome {}

        /// Nothing was written: these events were counted before.
        record Repeated(Set<String> eventIds) implements Outcome {}

        /// Nothing was written because of another transaction or a throttle.
        record Busy() implements Outcome {}

        /// It is not known whether it was written, because no answer came in time. If it was, the next attempt finds
        /// repeats.
        record Unanswered() implements Outcome {}
    }

    /// Adds the amounts to the metrics of their hours and marks each event as counted, together or not at all.
    ///
    /// @param counts of distinct events, within the bounds of a [Fold]
    Outcome add(List<Count> counts);

    /// The figures of a day in UTC. An event may be missing for a moment after it was counted.
    DaySales of(LocalDate day);
}
