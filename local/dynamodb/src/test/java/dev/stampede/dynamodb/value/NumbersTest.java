package dev.stampede.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.dynamodb.operation.DynamoDbException;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static String written(String text) {
        return Numbers.text(Numbers.parse(text));
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> Numbers.parse(text))
                .as(text)
                .isInstanceOf(DynamoDbException.class)
                .hasMessage(message);
    }

    private static final String OVERFLOW =
            "Number overflow. Attempting to store a number with magnitude larger than supported range";
    private static final String UNDERFLOW =
            "Number underflow. Attempting to store a number with magnitude smaller than supported range";

    @Test
    void areWrittenInOneForm() {
        assertThat(written("007.50")).isEqualTo("7.5");
        assertThat(written("-0")).isEqualTo("0");
        assertThat(written("0.000e5")).isEqualTo("0");
        assertThat(written(".5")).isEqualTo("0.5");
        assertThat(written("+5.")).isEqualTo("5");
        assertThat(written("1e3")).isEqualTo("1000");
        assertThat(written("1E125")).isEqualTo("1" + "0".repeat(125));
        assertThat(written("-1e-130")).isEqualTo("-0." + "0".repeat(129) + "1");
        assertThat(Numbers.parse("100")).isEqualTo(Numbers.parse("1.00e2"));
    }

    @Test
    void haveThirtyEightDigitsAndTheirRange() {
        String digits = "9".repeat(38);
        assertThat(written(digits)).isEqualTo(digits);
        assertThat(written("9." + "9".repeat(37) + "e125")).isEqualTo(digits + "0".repeat(88));
        assertThat(written(digits + "0000")).isEqualTo(digits + "0000");
        refused(digits + "9", "Attempting to store more than 38 significant digits in a Number");
        refused("1e126", OVERFLOW);
        refused("-10e125", OVERFLOW);
        refused("0.1e-130", UNDERFLOW);
    }

    @Test
    void hugeExponentsAreRefusedAtOnce() {
        refused("1e999999999", OVERFLOW);
        refused("1e99999999999999999999", OVERFLOW);
        refused("-1e-99999999999999999999", UNDERFLOW);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        String message = "The parameter cannot be converted to a numeric value";
        refused("", message);
        for (String text : new String[]{"NaN", "Infinity", " 1", "1 ", "1e", "e5", ".", "-", "1.2.3", "0x10", "1_000",
            "\u0661"}) {
            refused(text, message + ": " + text);
        }
        assertThatThrownBy(() -> Numbers.parse("1".repeat(100_000))).isInstanceOf(DynamoDbException.class);
    }
}
