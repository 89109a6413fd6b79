package dev.stampede.analytics;

import dev.stampede.analytics.SalesMetrics.Count;
import dev.stampede.lambda.Packing;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Parts counts into lists that one transaction can hold, and sums what they add together.
final class Fold {

    record Metric(LocalDateTime hour, String name) implements Comparable<Metric> {

        private static final Comparator<Metric> ORDER = Comparator.comparing(Metric::hour).thenComparing(Metric::name);

        @Override
        public int compareTo(Metric other) {
            return ORDER.compare(this, other);
        }
    }

    private Fold() {}

    /// A transaction has an action for the mark of each event, and one for each metric.
    static List<List<Count>> split(Collection<Count> counts) {
        return Packing.pack(counts, count -> amounts(List.of(count)).keySet(), Packing.MAX_ITEMS);
    }

    static SortedMap<Metric, Long> amounts(List<Count> counts) {
        SortedMap<Metric, Long> amounts = new TreeMap<>();
        counts.forEach(count -> count.amounts()
                .forEach((name, amount) -> amounts.merge(new Metric(count.hour(), name), amount, Long::sum)));
        return amounts;
    }
}
