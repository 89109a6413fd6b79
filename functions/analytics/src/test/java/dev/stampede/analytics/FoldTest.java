package dev.stampede.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.analytics.Fold.Metric;
import dev.stampede.analytics.SalesMetrics.Count;
import dev.stampede.lambda.Packing;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requirement 1.
final class FoldTest {

    private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-27T09:00");

    @Test
    void sumsWhatEventsOfAnHourAdd() {
        List<Count> counts = List.of(
                count("a", NINE, "orders", "units"), count("b", NINE, "orders"),
                count("c", NINE.plusHours(1), "orders"));

        assertThat(Fold.amounts(counts)).isEqualTo(Map.of(
                new Metric(NINE, "orders"), 2L, new Metric(NINE, "units"), 1L, new Metric(NINE.plusHours(1), "orders"),
                1L));
    }

    @Test
    void marksAndMetricsTogetherFillATransactionAndNeverMore() {
        List<Count> oneMetric = counts(100, NINE, 0);
        List<Count> eachItsHour = counts(60, NINE, 1);

        assertThat(Fold.split(oneMetric)).extracting(List::size).containsExactly(99, 1);
        assertThat(Fold.split(eachItsHour)).extracting(List::size).containsExactly(50, 10);
        assertThat(Fold.split(eachItsHour)).allSatisfy(
                fold -> assertThat(fold.size() + Fold.amounts(fold).size()).isLessThanOrEqualTo(Packing.MAX_ITEMS));
    }

    @Test
    void noCountIsLeftOutOrMoved() {
        List<Count> counts = counts(250, NINE, 1);

        assertThat(Fold.split(counts).stream().flatMap(List::stream)).containsExactlyElementsOf(counts);
        assertThat(Fold.split(List.of())).isEmpty();
    }

    private static List<Count> counts(int many, LocalDateTime first, int hoursBetween) {
        return IntStream.range(0, many)
                .mapToObj(i -> count("event-" + i, first.plusHours((long) i * hoursBetween), "orders"))
                .toList();
    }

    private static Count count(String eventId, LocalDateTime hour, String... metrics) {
        return new Count(eventId, hour, List.of(metrics).stream()
                .collect(Collectors.toMap(metric -> metric, _ -> 1L)));
    }
}
