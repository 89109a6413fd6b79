package dev.stampede.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.analytics.SalesMetrics.Outcome;
import dev.stampede.contracts.Engine;
import dev.stampede.contracts.EveryEngine;
import dev.stampede.contracts.Race;
import dev.stampede.contracts.Sample;
import dev.stampede.contracts.Tables;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EveryEngine
class DynamoDbSalesMetricsContractTest {

    private static final String METRICS = "SalesMetrics";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDateTime NINE = DAY.atTime(9, 0);
    private static final LocalDateTime LAST_HOUR = DAY.atTime(23, 0);

    private final Tables tables;
    private final SalesMetrics metrics;
    /// Metrics of this test alone.
    private final String orders = "orders-" + Sample.id();
    private final String revenue = "revenue-" + Sample.id();

    DynamoDbSalesMetricsContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.metrics = new DynamoDbSalesMetrics(engine.cloud().dynamoDb(), METRICS, InstantSource.fixed(Sample.NOON));
    }

    @Test
    void amountsAddUpByTheHour() {
        assertThat(add(Sample.id())).isEqualTo(Outcome.COUNTED);
        assertThat(add(Sample.id())).isEqualTo(Outcome.COUNTED);
        metrics.add(Sample.id(), LAST_HOUR, Map.of(orders, 1L));

        assertThat(amount(NINE, orders)).isEqualTo(2);
        assertThat(amount(NINE, revenue)).isEqualTo(2 * 172_799);
        assertThat(amount(LAST_HOUR, orders)).isEqualTo(1);
        assertThat(amount(LAST_HOUR, revenue)).isZero();
        assertThat(metrics.of(DAY).totals()).containsEntry(orders, 3L).containsEntry(revenue, 2 * 172_799L);
    }

    @Test
    void aDayHasItsFirstAndItsLastHourAndNoneOfTheDaysBesideIt() {
        metrics.add(Sample.id(), DAY.atStartOfDay(), Map.of(orders, 1L));
        metrics.add(Sample.id(), LAST_HOUR, Map.of(orders, 10L));
        metrics.add(Sample.id(), LAST_HOUR.minusDays(1), Map.of(orders, 100L));
        metrics.add(Sample.id(), LAST_HOUR.plusHours(1), Map.of(orders, 1000L));

        assertThat(metrics.of(DAY).totals()).containsEntry(orders, 11L);
        assertThat(metrics.of(LocalDate.of(1999, 12, 31)).hours()).isEmpty();
    }

    @Test
    void aMetricKeepsTheReasonThatItHas() {
        metrics.add(Sample.id(), NINE, Map.of(orders + "#SOLD_OUT", 1L));

        assertThat(metrics.of(DAY).of(9)).containsEntry(orders + "#SOLD_OUT", 1L);
    }

    @Test
    void whatWasCountedBeforeThereWereHoursIsLeftOut() {
        tables.put(METRICS, Map.of(
                "day", AttributeValue.fromS(DAY.toString()),
                "metric", AttributeValue.fromS(orders),
                "amount", AttributeValue.fromN("7")));

        assertThat(metrics.of(DAY).totals()).doesNotContainKey(orders);
    }

    @Test
    void aRepeatedEventIsNotCountedAgain() {
        String event = Sample.id();
        add(event);

        assertThat(add(event)).isEqualTo(Outcome.REPEATED);
        assertThat(amount(NINE, orders)).isEqualTo(1);
    }

    @Test
    void ofRepeatsThatRaceExactlyOneIsCounted() {
        String event = Sample.id();

        List<Outcome> outcomes = Race.of(8, () -> add(event));

        assertThat(outcomes).containsOnlyOnce(Outcome.COUNTED);
        assertThat(amount(NINE, orders)).isEqualTo(1);
    }

    private Outcome add(String event) {
        return metrics.add(event, NINE, Map.of(orders, 1L, revenue, 172_799L));
    }

    private long amount(LocalDateTime hour, String metric) {
        return metrics.of(hour.toLocalDate()).of(hour.getHour()).getOrDefault(metric, 0L);
    }
}
