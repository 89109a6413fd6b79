package dev.stampede.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.analytics.SalesMetrics.Count;
import dev.stampede.analytics.SalesMetrics.Outcome;
import dev.stampede.analytics.SalesMetrics.Outcome.Counted;
import dev.stampede.analytics.SalesMetrics.Outcome.Repeated;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbSalesMetricsContractTest {

    private static final String METRICS = "SalesMetrics";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDateTime NINE = DAY.atTime(9, 0);
    private static final LocalDateTime LAST_HOUR = DAY.atTime(23, 0);

    private final SalesMetrics metrics;
    /// Metrics of this test alone.
    private final String orders = "orders-" + Sample.id();
    private final String revenue = "revenue-" + Sample.id();

    DynamoDbSalesMetricsContractTest(Engine engine) {
        this.metrics = new DynamoDbSalesMetrics(engine.cloud().dynamoDb(), METRICS, InstantSource.fixed(Sample.NOON));
    }

    @Test
    void amountsAddUpByTheHour() {
        assertThat(add(Sample.id())).isEqualTo(new Counted());
        assertThat(add(Sample.id())).isEqualTo(new Counted());
        count(LAST_HOUR, Map.of(orders, 1L));

        assertThat(amount(NINE, orders)).isEqualTo(2);
        assertThat(amount(NINE, revenue)).isEqualTo(2 * 172_799);
        assertThat(amount(LAST_HOUR, orders)).isEqualTo(1);
        assertThat(amount(LAST_HOUR, revenue)).isZero();
        assertThat(metrics.of(DAY).totals()).containsEntry(orders, 3L).containsEntry(revenue, 2 * 172_799L);
    }

    @Test
    void aDayHasItsFirstAndItsLastHourAndNoneOfTheDaysBesideIt() {
        count(DAY.atStartOfDay(), Map.of(orders, 1L));
        count(LAST_HOUR, Map.of(orders, 10L));
        count(LAST_HOUR.minusDays(1), Map.of(orders, 100L));
        count(LAST_HOUR.plusHours(1), Map.of(orders, 1000L));

        assertThat(metrics.of(DAY).totals()).containsEntry(orders, 11L);
        assertThat(metrics.of(LocalDate.of(1999, 12, 31)).hours()).isEmpty();
    }

    @Test
    void aMetricKeepsTheReasonThatItHas() {
        count(NINE, Map.of(orders + "#SOLD_OUT", 1L));

        assertThat(metrics.of(DAY).of(9)).containsEntry(orders + "#SOLD_OUT", 1L);
    }

    @Test
    void aRepeatedEventIsNotCountedAgain() {
        String event = Sample.id();
        add(event);

        assertThat(add(event)).isEqualTo(new Repeated(Set.of(event)));
        assertThat(amount(NINE, orders)).isEqualTo(1);
    }

    @Test
    void ofRepeatsThatRaceExactlyOneIsCounted() {
        String event = Sample.id();

        List<Outcome> outcomes = Race.of(8, () -> add(event));

        assertThat(outcomes).containsOnlyOnce(new Counted());
        assertThat(amount(NINE, orders)).isEqualTo(1);
    }

    @Test
    void manyEventsAreCountedTogetherAsOneByOne() {
        List<Count> counts = IntStream.range(0, 90)
                .mapToObj(i -> new Count(Sample.id(), i % 2 == 0 ? NINE : LAST_HOUR,
                        Map.of(orders, 1L, revenue, 10L + i)))
                .toList();

        assertThat(metrics.add(counts)).isEqualTo(new Counted());

        assertThat(amount(NINE, orders)).isEqualTo(45);
        assertThat(amount(LAST_HOUR, orders)).isEqualTo(45);
        assertThat(metrics.of(DAY).totals()).containsEntry(revenue, 90 * 10L + 89 * 90 / 2);
    }

    @Test
    void ofSeveralTheRepeatedAreToldAndNothingIsCounted() {
        List<String> events = List.of(Sample.id(), Sample.id(), Sample.id());
        add(events.get(0));
        add(events.get(2));

        assertThat(metrics.add(events.stream().map(this::count).toList()))
                .isEqualTo(new Repeated(Set.of(events.get(0), events.get(2))));
        assertThat(amount(NINE, orders)).isEqualTo(2);
    }

    private Outcome add(String event) {
        return metrics.add(List.of(count(event)));
    }

    private Count count(String event) {
        return new Count(event, NINE, Map.of(orders, 1L, revenue, 172_799L));
    }

    private void count(LocalDateTime hour, Map<String, Long> amounts) {
        metrics.add(List.of(new Count(Sample.id(), hour, amounts)));
    }

    private long amount(LocalDateTime hour, String metric) {
        return metrics.of(hour.toLocalDate()).of(hour.getHour()).getOrDefault(metric, 0L);
    }
}
