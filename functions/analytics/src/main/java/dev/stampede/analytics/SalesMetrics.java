package dev.stampede.analytics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sales figures, hour by hour.
public interface SalesMetrics {

    /// What one event adds.
    ///
    /// @param hour its beginning, in UTC
    record Count(String eventId, LocalDateTime hour, Map<String, Long> amounts) {

        public Count {
            amounts = Map.copyOf(amounts);
        }
    }

    sealed interface Outcome {
        record Counted() implements Outcome {}

        /// Nothing was written: these events were counted before.
        record Repeated(Set<String> eventIds) implements Outcome {}

        /// Nothing was written: another transaction or a throttle was in the way.
        record Busy() implements Outcome {}

        /// Whether it was written is not known: no answer came in time. If it was, the next try finds repeats.
        record Unanswered() implements Outcome {}
    }

    /// Adds the amounts to the metrics of their hours and marks each event as counted, together or not at all.
    ///
    /// @param counts of distinct events, within the bounds of a [Fold]
    Outcome add(List<Count> counts);

    /// All that was counted on a day in UTC. An event may be missing for a moment after it was counted.
    DaySales of(LocalDate day);
}
