package dev.stampede.analytics;

import java.time.LocalDate;
import java.util.Map;

/// The daily figures.
public interface SalesMetrics {

    enum Outcome {
        COUNTED,
        /// The event was counted before; nothing was written.
        REPEATED,
        /// Nothing was written: another transaction or a throttle was in the way.
        BUSY
    }

    /// Adds the amounts to the day's metrics and marks the event as counted, together or not at all.
    Outcome add(String eventId, LocalDate day, Map<String, Long> amounts);
}
