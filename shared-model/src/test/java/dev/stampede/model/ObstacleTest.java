package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Obstacle.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The one order of refusals.
class ObstacleTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Wish FIVE = new Wish(5, Optional.empty(), true);

    @Test
    void nothingSpeaksAgainstWhatIsThereAtThePriceThatWasShown() {
        Offer offer = offer(Optional.of(5), Optional.empty(), Stock.of("gpu", 5));

        assertThat(obstacles(new Wish(5, Optional.of(Money.ofMinor(1_000)), true), offer)).isEmpty();
    }

    @Test
    void whatNothingHelpsAgainstComesFirstAndWhatOnlyNeedsAnotherYesLast() {
        assertThat(Obstacle.of(FIVE, Optional.empty(), NOON)).containsExactly(Obstacle.NOT_FOR_SALE);
        assertThat(obstacles(new Wish(5, Optional.of(Money.ofMinor(999)), false),
                offer(Optional.of(4), Optional.of(sale(NOON.plusSeconds(1), Optional.empty())), Stock.of("gpu", 0))))
                .containsExactly(Obstacle.NOT_STARTED, Obstacle.SOLD_OUT, Obstacle.ADDRESS_REQUIRED,
                        Obstacle.LIMIT_REACHED, Obstacle.NOT_ENOUGH, Obstacle.PRICE_CHANGED);
    }

    @Test
    void someUnitsAreNotEnoughAndNotNone() {
        assertThat(obstacles(FIVE, offer(Optional.empty(), Optional.empty(), Stock.of("gpu", 4))))
                .containsExactly(Obstacle.NOT_ENOUGH);
        assertThat(obstacles(FIVE, offer(Optional.empty(), Optional.empty(), Stock.of("gpu", 0))))
                .containsExactly(Obstacle.SOLD_OUT, Obstacle.NOT_ENOUGH);
    }

    @Test
    void inASaleItsUnitsItsLimitAndItsPriceCount() {
        Offer inSale = offer(Optional.of(9), Optional.of(sale(NOON, Optional.of(2))),
                new Stock("gpu", 60, 0, 0, Map.of("flash", 3L)));

        assertThat(inSale.units(NOON)).isEqualTo(3);
        assertThat(obstacles(new Wish(3, Optional.of(Money.ofMinor(1_000)), true), inSale))
                .containsExactly(Obstacle.LIMIT_REACHED, Obstacle.PRICE_CHANGED);
    }

    /// Without a limit nobody has to be counted.
    @Test
    void anAddressIsOnlyAskedForWhereSomethingIsLimited() {
        Wish nameless = new Wish(1, Optional.empty(), false);

        assertThat(obstacles(nameless, offer(Optional.empty(), Optional.empty(), Stock.of("gpu", 4)))).isEmpty();
        assertThat(obstacles(nameless, offer(Optional.of(1), Optional.empty(), Stock.of("gpu", 4))))
                .containsExactly(Obstacle.ADDRESS_REQUIRED);
    }

    private static List<Obstacle> obstacles(Wish wish, Offer offer) {
        return Obstacle.of(wish, Optional.of(offer), NOON);
    }

    private static Offer offer(Optional<Integer> limit, Optional<Sale> sale, Stock stock) {
        return new Offer(new Product("gpu", "GPU", Money.ofMinor(1_000), Optional.empty(), "", "parts", "/i.svg", limit,
                sale, 1), stock);
    }

    private static Sale sale(Instant startsAt, Optional<Integer> limit) {
        return new Sale("flash", startsAt, startsAt.plusSeconds(60), Money.ofMinor(900), 50, limit);
    }
}
