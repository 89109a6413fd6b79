package dev.stampede.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EveryEngine
class DynamoDbFraudSignalsContractTest {

    private static final String SIGNALS = "FraudSignals";

    private final Tables tables;
    private final FraudSignals signals;
    private final String signal = Sample.id();

    DynamoDbFraudSignalsContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.signals = new DynamoDbFraudSignals(engine.cloud().dynamoDb(), SIGNALS, InstantSource.fixed(Sample.NOON));
    }

    @Test
    void countsEachOrderOnceUnderEachSignal() {
        assertThat(signals.count(signal, "first")).isEqualTo(1);
        assertThat(signals.count(signal, "second")).isEqualTo(2);
        assertThat(signals.count(signal, "first")).isEqualTo(2);
        assertThat(signals.count(Sample.id(), "first")).isEqualTo(1);
    }

    @Test
    void racingOrdersAreEachCounted() {
        List<Integer> counts = Race.of(8, () -> signals.count(signal, Sample.id()));

        assertThat(counts).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void theSetGrowsNoFurtherThanItIsCounted() {
        IntStream.range(0, FraudSignals.COUNTED).forEach(i -> signals.count(signal, "order-" + i));

        assertThat(signals.count(signal, "one more")).isEqualTo(FraudSignals.COUNTED);
        assertThat(signals.count(signal, "order-3")).isEqualTo(FraudSignals.COUNTED);
        assertThat(item().get("orderIds").ss()).hasSize(FraudSignals.COUNTED).doesNotContain("one more");
    }

    @Test
    void aSignalIsForgottenAfterADay() {
        signals.count(signal, "first");

        assertThat(item().get("expiresAt").n())
                .isEqualTo(Long.toString(Sample.NOON.plus(Duration.ofDays(1)).getEpochSecond()));
    }

    private Map<String, AttributeValue> item() {
        return tables.item(SIGNALS, Map.of("signal", AttributeValue.fromS(signal)));
    }
}
