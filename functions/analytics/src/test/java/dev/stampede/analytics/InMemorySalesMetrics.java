package dev.stampede.analytics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Metrics as "hour metric" -> amount, and the days that were asked for. It can be told to be busy for a while.
final class InMemorySalesMetrics implements SalesMetrics {

    final Map<String, Long> amounts = new TreeMap<>();
    final List<LocalDate> asked = new ArrayList<>();
    private final Set<String> counted = new HashSet<>();
    int busyFor;
    int transactions;

    @Override
    public Outcome add(List<Count> counts) {
        transactions++;
        if (busyFor > 0) {
            busyFor--;
            return new Outcome.Busy();
        }
        Set<String> repeated =
                counts.stream().map(Count::eventId).filter(counted::contains).collect(Collectors.toSet());
        if (!repeated.isEmpty()) {
            return new Outcome.Repeated(repeated);
        }
        for (Count count : counts) {
            counted.add(count.eventId());
            count.amounts().forEach((metric, amount) -> amounts.merge(count.hour() + " " + metric, amount, Long::sum));
        }
        return new Outcome.Counted();
    }

    @Override
    public DaySales of(LocalDate day) {
        asked.add(day);
        Map<Integer, Map<String, Long>> hours = new HashMap<>();
        amounts.forEach((key, amount) -> {
            String[] hourAndMetric = key.split(" ");
            LocalDateTime hour = LocalDateTime.parse(hourAndMetric[0]);
            if (hour.toLocalDate().equals(day)) {
                hours.computeIfAbsent(hour.getHour(), _ -> new HashMap<>()).put(hourAndMetric[1], amount);
            }
        });
        return new DaySales(day, hours);
    }
}
