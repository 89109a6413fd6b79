package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.OrderLine.SaleUnits;
import dev.stampede.model.Sale.Phase;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {

    private static final Instant STARTS = Instant.parse("2026-11-27T10:00:00Z");
    private static final Instant ENDS = STARTS.plusSeconds(3600);
    private static final Instant BEFORE = STARTS.minusNanos(1);
    private static final Instant LAST_MOMENT = ENDS.minusNanos(1);

    @Test
    void twentyPercentOffIsTwenty() {
        assertThat(product(159_999, 199_999).discountPercentAt(BEFORE)).isEqualTo(20);
    }

    @Test
    void aDiscountIsRoundedDown() {
        assertThat(product(67, 100).discountPercentAt(BEFORE)).isEqualTo(33);
        assertThat(product(9_999, 10_000).discountPercentAt(BEFORE)).isZero();
    }

    @Test
    void aWasPriceThatIsNotAboveThePriceIsNone() {
        assertThat(product(100, 100).originalPrice()).isEmpty();
        assertThat(product(100, 90).discountPercentAt(BEFORE)).isZero();
    }

    @Test
    void aSaleRunsFromItsFirstMomentToTheOneBeforeItsEnd() {
        Sale sale = sale(Optional.empty());

        assertThat(sale.phaseAt(BEFORE)).isEqualTo(Phase.UPCOMING);
        assertThat(sale.phaseAt(STARTS)).isEqualTo(Phase.RUNNING);
        assertThat(sale.phaseAt(LAST_MOMENT)).isEqualTo(Phase.RUNNING);
        assertThat(sale.phaseAt(ENDS)).isEqualTo(Phase.OVER);
    }

    @Test
    void theTermsChangeWithTheSale() {
        Product product = product(Optional.of(5), Optional.of(2));

        assertThat(product.orderLine(1, STARTS)).isEqualTo(new OrderLine("p", "P", Money.ofMinor(80_000), 1,
                Optional.of(2), Optional.of(new SaleUnits("flash", 50))));
        assertThat(product.orderLine(1, LAST_MOMENT)).isEqualTo(product.orderLine(1, STARTS));
        assertThat(product.orderLine(1, BEFORE)).isEqualTo(new OrderLine("p", "P", Money.ofMinor(100_000), 1,
                Optional.of(5), Optional.empty()));
        assertThat(product.orderLine(1, ENDS)).isEqualTo(product.orderLine(1, BEFORE));
    }

    @Test
    void aSaleWithoutALimitKeepsTheProductsOwn() {
        assertThat(product(Optional.of(5), Optional.empty()).orderLine(1, STARTS).limitPerCustomer()).contains(5);
        assertThat(product(Optional.empty(), Optional.of(2)).orderLine(1, STARTS).limitPerCustomer()).contains(2);
        assertThat(product(Optional.empty(), Optional.of(2)).orderLine(1, ENDS).limitPerCustomer()).isEmpty();
    }

    @Test
    void onlyASaleThatIsStillToComeHasToBeWaitedFor() {
        Product product = product(Optional.empty(), Optional.empty());

        assertThat(product.upcomingSale(BEFORE)).isPresent();
        assertThat(product.upcomingSale(STARTS)).isEmpty();
        assertThat(product.upcomingSale(ENDS)).isEmpty();
        assertThat(product.runningSale(BEFORE)).isEmpty();
        assertThat(product.runningSale(STARTS)).isPresent();
        assertThat(product.runningSale(ENDS)).isEmpty();
    }

    @Test
    void aSaleStrikesThroughTheUsualPriceAndBeforeThatTheWasPrice() {
        Product usual = product(Optional.empty(), Optional.empty());
        assertThat(usual.wasPriceAt(STARTS)).contains(Money.ofMinor(100_000));
        assertThat(usual.discountPercentAt(STARTS)).isEqualTo(20);
        assertThat(usual.wasPriceAt(ENDS)).isEmpty();
        assertThat(usual.discountPercentAt(ENDS)).isZero();

        Product reduced = withSale(Optional.of(Money.ofMinor(160_000)), Optional.empty(), sale(Optional.empty()));
        assertThat(reduced.wasPriceAt(STARTS)).contains(Money.ofMinor(160_000));
        assertThat(reduced.discountPercentAt(STARTS)).isEqualTo(50);
        assertThat(reduced.wasPriceAt(ENDS)).contains(Money.ofMinor(160_000));
    }

    @Test
    void aSaleAboveTheUsualPriceClaimsNoDiscount() {
        Sale dear = new Sale("dear", STARTS, ENDS, Money.ofMinor(100_000), 1, Optional.empty());

        assertThat(withSale(Optional.empty(), Optional.empty(), dear).wasPriceAt(STARTS)).isEmpty();
    }

    @Test
    void priceLimitAndNamesAreChecked() {
        assertThatThrownBy(() -> product(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(product(1, 1).price()).isEqualTo(Money.ofMinor(1));
        assertThatThrownBy(() -> product(Optional.of(0), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(product(Optional.of(1), Optional.empty()).limitPerCustomer()).contains(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a#b", "a b", "ä", "a\n"})
    void aSalesIdIsPlain(String id) {
        assertThatThrownBy(() -> new Sale(id, STARTS, ENDS, Money.ofMinor(1), 1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sale("x".repeat(65), 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSaleHasAPriceAUnitAndALimitOfOneAtLeastAndEndsAfterItStarts() {
        assertThat(sale("x".repeat(64), 1, 1, 1)).isNotNull();
        assertThatThrownBy(() -> sale("s", 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sale("s", 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sale("s", 1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sale("s", STARTS, STARTS, Money.ofMinor(1), 1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void beforeASaleNothingCanBeOrderedAndInItItsUnits() {
        Product product = product(Optional.empty(), Optional.empty());
        Stock stock = new Stock("p", 60, 0, 0);
        Stock almost = new Stock("p", 60, 0, 0, Map.of("flash", 2L));

        assertThat(new Offer(product, stock).orderableUnits(STARTS.minusMillis(1))).isZero();
        assertThat(new Offer(product, stock).units(STARTS.minusMillis(1))).isEqualTo(60);
        assertThat(new Offer(product, stock).orderableUnits(STARTS)).isEqualTo(50);
        assertThat(new Offer(product, almost).orderableUnits(STARTS)).isEqualTo(2);
        assertThat(new Offer(product, almost).orderableUnits(ENDS)).isEqualTo(60);
    }

    private static Product product(long price, long was) {
        return new Product("p", "P", Money.ofMinor(price), Optional.of(Money.ofMinor(was)), "", "c", "/i.svg", 1);
    }

    private static Product product(Optional<Integer> limit, Optional<Integer> inSale) {
        return withSale(Optional.empty(), limit, sale(inSale));
    }

    private static Product withSale(Optional<Money> was, Optional<Integer> limit, Sale sale) {
        return new Product("p", "P", Money.ofMinor(100_000), was, "", "c", "/i.svg", limit, Optional.of(sale), 1);
    }

    private static Sale sale(Optional<Integer> limit) {
        return new Sale("flash", STARTS, ENDS, Money.ofMinor(80_000), 50, limit);
    }

    private static Sale sale(String id, long price, long units, int limit) {
        return new Sale(id, STARTS, ENDS, Money.ofMinor(price), units, Optional.of(limit));
    }
}
