package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Stock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Requirements 4 and 15.
class CachedOffersTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Shop shop = new Shop();
    private final CachedOffers offers = new CachedOffers(shop, shop.clock);

    @Test
    void productsAreReadOnceInTenSecondsAndStockOnceInOne() {
        for (int i = 0; i < 100; i++) {
            offers.find(List.of("rtx-4090", "cable"));
            shop.clock.advance(Duration.ofMillis(100));
        }

        assertThat(shop.offerReads).isEqualTo(1);
        assertThat(shop.stockReads).isEqualTo(9);
    }

    @Test
    void stockIsNeverOlderThanASecond() {
        offers.find(List.of("cable"));
        shop.stock.put("cable", Stock.of("cable", 3));

        shop.clock.advance(CachedOffers.STOCK_KEPT.minus(A_MOMENT));
        assertThat(offers.find(List.of("cable")).get("cable").stock().available()).isEqualTo(7);
        shop.clock.advance(A_MOMENT);
        assertThat(offers.find(List.of("cable")).get("cable").stock().available()).isEqualTo(3);
    }

    @Test
    void theAgeCountsFromTheStartOfTheRead() {
        var slow = new Slow(shop);
        var behind = new CachedOffers(slow, shop.clock);

        behind.find(List.of("cable"));
        behind.find(List.of("cable"));

        assertThat(shop.offerReads).isEqualTo(1);
        assertThat(shop.stockReads).isEqualTo(1);
    }

    @Test
    void whateverIsTooOldTakesOneCall() {
        offers.find(List.of("cable"));
        shop.clock.advance(CachedOffers.STOCK_KEPT);

        assertThat(offers.find(List.of("cable", "rtx-4090"))).containsOnlyKeys("cable", "rtx-4090");

        assertThat(shop.offerReads).isEqualTo(2);
        assertThat(shop.stockReads).isZero();
    }

    @Test
    void aStockItemThatIsGoneHasNoUnits() {
        offers.find(List.of("cable"));
        shop.stock.remove("cable");
        shop.clock.advance(CachedOffers.STOCK_KEPT);

        assertThat(offers.find(List.of("cable")).get("cable").stock()).isEqualTo(Stock.of("cable", 0));
    }

    @Test
    void whatIsNotForSaleIsNotRemembered() {
        assertThat(offers.find(List.of("made-up", "cable"))).containsOnlyKeys("cable");
        assertThat(offers.find(List.of("made-up", "cable"))).containsOnlyKeys("cable");
        assertThat(shop.offerReads).isEqualTo(2);

        shop.products.remove("cable");
        shop.clock.advance(CachedOffers.PRODUCT_KEPT);
        assertThat(offers.find(List.of("cable"))).isEmpty();
    }

    @Test
    void aFailedReadIsNotKept() {
        List<RuntimeException> failures = new ArrayList<>();
        var flaky = new CachedOffers(new Offers() {
            @Override
            public Map<String, Offer> find(Collection<String> skus) {
                return shop.find(skus);
            }

            @Override
            public Map<String, Stock> stock(Collection<String> skus) {
                if (failures.isEmpty()) {
                    return shop.stock(skus);
                }
                throw failures.removeLast();
            }
        }, shop.clock);
        flaky.find(List.of("cable"));
        shop.stock.put("cable", Stock.of("cable", 3));
        shop.clock.advance(CachedOffers.STOCK_KEPT);
        failures.add(new IllegalStateException("throttled"));

        assertThatThrownBy(() -> flaky.find(List.of("cable"))).hasMessage("throttled");
        assertThat(flaky.find(List.of("cable")).get("cable").stock().available()).isEqualTo(3);
    }

    @Test
    void aCrowdOfThreadsCostsOneRead() throws InterruptedException {
        List<Thread> crowd = new ArrayList<>();
        var crowded = new CachedOffers(new Offers() {
            @Override
            public Map<String, Offer> find(Collection<String> skus) {
                awaitThatAllOthersWait(crowd);
                return shop.find(skus);
            }

            @Override
            public Map<String, Stock> stock(Collection<String> skus) {
                return shop.stock(skus);
            }
        }, shop.clock);
        for (int i = 0; i < 8; i++) {
            crowd.add(new Thread(() -> crowded.find(List.of("cable"))));
        }

        crowd.forEach(Thread::start);
        for (Thread thread : crowd) {
            thread.join();
        }

        assertThat(shop.offerReads).isEqualTo(1);
    }

    /// The read takes until everybody else stands in the queue behind it, so that nobody comes too late to be tempted.
    private static void awaitThatAllOthersWait(List<Thread> crowd) {
        long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (System.nanoTime() < deadline
                && crowd.stream().filter(CachedOffersTest::waits).count() < crowd.size() - 1) {
            Thread.onSpinWait();
        }
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED;
    }

    /// Each read takes a second.
    private record Slow(Shop shop) implements Offers {

        @Override
        public Map<String, Offer> find(Collection<String> skus) {
            shop.clock.advance(Duration.ofSeconds(1));
            return shop.find(skus);
        }

        @Override
        public Map<String, Stock> stock(Collection<String> skus) {
            shop.clock.advance(Duration.ofSeconds(1));
            return shop.stock(skus);
        }
    }
}
