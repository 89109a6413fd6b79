package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
