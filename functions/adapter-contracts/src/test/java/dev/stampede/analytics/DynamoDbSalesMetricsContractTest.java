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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EveryEngine
class DynamoDbSalesMetricsContractTest {

    private static final String METRICS = "SalesMetrics";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

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
    void amountsAddUpByDay() {
        assertThat(add(Sample.id())).isEqualTo(Outcome.COUNTED);
        assertThat(add(Sample.id())).isEqualTo(Outcome.COUNTED);
        metrics.add(Sample.id(), DAY.plusDays(1), Map.of(orders, 1L));

        assertThat(amount(DAY, orders)).isEqualTo(2);
        assertThat(amount(DAY, revenue)).isEqualTo(2 * 172_799);
        assertThat(amount(DAY.plusDays(1), orders)).isEqualTo(1);
    }

    @Test
    void aRepeatedEventIsNotCountedAgain() {
        String event = Sample.id();
        add(event);

        assertThat(add(event)).isEqualTo(Outcome.REPEATED);
        assertThat(amount(DAY, orders)).isEqualTo(1);
    }

    @Test
    void ofRepeatsThatRaceExactlyOneIsCounted() {
        String event = Sample.id();

        List<Outcome> outcomes = Race.of(8, () -> add(event));

        assertThat(outcomes).containsOnlyOnce(Outcome.COUNTED);
        assertThat(amount(DAY, orders)).isEqualTo(1);
    }

    private Outcome add(String event) {
        return metrics.add(event, DAY, Map.of(orders, 1L, revenue, 172_799L));
    }

    private long amount(LocalDate day, String metric) {
        return Long.parseLong(tables.item(METRICS, Map.of(
                "day", AttributeValue.fromS(day.toString()),
                "metric", AttributeValue.fromS(metric))).get("amount").n());
    }
}
