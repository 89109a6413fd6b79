package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductTest {

    @Test
    void twentyPercentOffIsTwenty() {
        assertThat(product(159_999, 199_999).discountPercent()).isEqualTo(20);
    }

    @Test
    void aDiscountIsRoundedDown() {
        assertThat(product(67, 100).discountPercent()).isEqualTo(33);
        assertThat(product(9_999, 10_000).discountPercent()).isZero();
    }

    @Test
    void aWasPriceThatIsNotAboveThePriceIsNone() {
        assertThat(product(100, 100).originalPrice()).isEmpty();
        assertThat(product(100, 90).discountPercent()).isZero();
    }

    private static Product product(long price, long was) {
        return new Product("p", "P", Money.ofMinor(price), Optional.of(Money.ofMinor(was)), "", "c", "/i.svg", 1);
    }
}
