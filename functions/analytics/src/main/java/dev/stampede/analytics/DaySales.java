package dev.stampede.analytics;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The sales figures of one day, by hour in UTC.
///
/// @param hours the sum of each metric, by the hour from 0 to 23; hours without any are left out
public record DaySales(LocalDate day, Map<Integer, Map<String, Long>> hours) {

    public DaySales {
        Objects.requireNonNull(day, "day");
        hours = Map.copyOf(hours);
    }

    Map<String, Long> of(int hour) {
        return hours.getOrDefault(hour, Map.of());
    }

    Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        hours.values().forEach(metrics -> metrics.forEach((metric, amount) -> totals.merge(metric, amount, Long::sum)));
        return totals;
    }
}
