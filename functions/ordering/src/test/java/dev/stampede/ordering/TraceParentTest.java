package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// https://www.w3.org/TR/trace-context/#traceparent-header-field-values
class TraceParentTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        "00-00000000000000000000000000000001-0000000000000001-ff"})
    void takesTheCallers(String text) {
        assertThat(TraceParent.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
        " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"})
    void takesNothingElse(String text) {
        assertThat(TraceParent.isValid(text)).isFalse();
    }

    @Test
    void aNewOneIsValidWhateverIsDrawn() {
        for (long drawn : new long[]{0, -1, 1, Long.MIN_VALUE}) {
            RandomGenerator same = () -> drawn;
            assertThat(TraceParent.random(same)).matches(TraceParent::isValid);
        }
        Random random = new Random(1);
        assertThat(TraceParent.random(random)).isNotEqualTo(TraceParent.random(random));
    }
}
