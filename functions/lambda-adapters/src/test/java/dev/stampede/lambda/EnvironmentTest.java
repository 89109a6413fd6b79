package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    @Test
    void aVariableThatIsMissingOrBlankIsNamed() {
        assertThat(Environment.required(Map.of("ORDERS_TABLE", "orders"), "ORDERS_TABLE")).isEqualTo("orders");
        assertThatIllegalArgumentException().isThrownBy(() -> Environment.required(Map.of(), "ORDERS_TABLE"))
                .withMessageContaining("ORDERS_TABLE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Environment.required(Map.of("ORDERS_TABLE", " "), "ORDERS_TABLE"))
                .withMessageContaining("ORDERS_TABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1.5", "99999999999"})
    void whatIsNoCountIsNamed(String text) {
        assertThat(Environment.count(Map.of("MOST", "20"), "MOST")).isEqualTo(20);
        assertThatIllegalArgumentException().isThrownBy(() -> Environment.count(Map.of("MOST", text), "MOST"))
                .withMessageContaining("MOST").withMessageEndingWith(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "15m", "PT0S", "PT-15M", "P1M"})
    void whatIsNoDurationIsNamed(String text) {
        assertThat(Environment.duration(Map.of("HOLD", "PT15M"), "HOLD")).isEqualTo(Duration.ofMinutes(15));
        assertThatIllegalArgumentException().isThrownBy(() -> Environment.duration(Map.of("HOLD", text), "HOLD"))
                .withMessageContaining("HOLD").withMessageEndingWith(text);
    }
}
