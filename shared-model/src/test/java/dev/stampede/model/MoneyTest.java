package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void aCardAndItsTaxComeToTheCent() {
        Totals totals = Totals.of(List.of(new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(159_999), 1)));

        assertThat(totals.subtotal().toDecimal()).isEqualTo("1599.99");
        assertThat(totals.tax().toDecimal()).isEqualTo("128.00");
        assertThat(totals.total().toDecimal()).isEqualTo("1727.99");
    }

    @ParameterizedTest
    @CsvSource({"6, 0", "7, 1", "18, 1", "19, 2", "56, 4", "57, 5"})
    void taxIsRoundedHalfUp(long minorUnits, long tax) {
        assertThat(Money.ofMinor(minorUnits).basisPoints(Totals.TAX_BASIS_POINTS)).isEqualTo(Money.ofMinor(tax));
    }

    @Test
    void halfAMinorUnitGoesUp() {
        assertThat(Money.ofMinor(50).basisPoints(100)).isEqualTo(Money.ofMinor(1));
        assertThat(Money.ofMinor(49).basisPoints(100)).isEqualTo(Money.ofMinor(0));
    }

    @Test
    void taxIsRoundedOnceOnTheSubtotal() {
        var line = new OrderLine("a", "A", Money.ofMinor(7), 1);
        var other = new OrderLine("b", "B", Money.ofMinor(7), 1);

        assertThat(Totals.of(List.of(line, other)).tax()).isEqualTo(Money.ofMinor(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.999", "0.001", "1e30", "1e999999999", "1e-999999999", "-0.001"})
    void refusesAmountsThatAreNoWholeMinorUnits(String amount) {
        assertThatThrownBy(() -> Money.ofDecimal(new BigDecimal(amount))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void trailingZerosDoNotMatter() {
        assertThat(Money.ofDecimal(new BigDecimal("1599.9900"))).isEqualTo(Money.ofMinor(159_999));
    }

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> Money.ofMinor(1).plus(new Money(1, "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void currenciesDoNotCompareOrSubtract() {
        assertThatThrownBy(() -> Money.ofMinor(1).minus(new Money(1, "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.ofMinor(1).compareTo(new Money(1, "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCurrencyHasTheDecimalsOfItsStandard() {
        assertThat(new Money(1_500, "JPY").toDecimal()).isEqualTo("1500");
        assertThat(new Money(1_500, "KWD").toDecimal()).isEqualTo("1.500");
    }

    @ParameterizedTest
    @CsvSource({
        "9999999999999999,    true",
        "10000000000000000,   false",
        "0.0100000000000000,  true",
        "0.01000000000000000, false",
    })
    void amountsOfSixteenDigitsOnEitherSideAreRead(BigDecimal amount, boolean read) {
        assertThat(catchThrowable(() -> Money.ofDecimal(amount)) == null).isEqualTo(read);
    }

    @Test
    void overflowIsNoticed() {
        assertThatThrownBy(() -> Money.ofMinor(Long.MAX_VALUE).times(2)).isInstanceOf(ArithmeticException.class);
    }
}
