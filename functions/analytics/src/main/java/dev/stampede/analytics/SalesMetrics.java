package dev.stampede.analytics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

/// The sales figures, hour by hour.
public interface SalesMetrics {

    enum Outcome {
        COUNTED,
        /// The event was counted before; nothing was written.
        REPEATED,
        /// Nothing was written: another transaction or a throttle was in the way.
        BUSY
    }

    /// Adds the amounts to the hour's metrics and marks the event as counted, together or not at all.
    ///
    /// @param hour its beginning, in UTC
    Outcome add(String eventId, LocalDateTime hour, Map<String, Long> amounts);

    /// All that was counted on a day in UTC. An event may be missing for a moment after it was counted.
    DaySales of(LocalDate day);
}
