package dev.stampede.analytics;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Metrics as "day metric" -> amount. It can be told to be busy for a while.
final class InMemorySalesMetrics implements SalesMetrics {

    final Map<String, Long> amounts = new TreeMap<>();
    private final Set<String> counted = new HashSet<>();
    int busyFor;

    @Override
    public Outcome add(String eventId, LocalDate day, Map<String, Long> added) {
        if (busyFor > 0) {
            busyFor--;
            return Outcome.BUSY;
        }
        if (!counted.add(eventId)) {
            return Outcome.REPEATED;
        }
        added.forEach((metric, amount) -> amounts.merge(day + " " + metric, amount, Long::sum));
        return Outcome.COUNTED;
    }
}
