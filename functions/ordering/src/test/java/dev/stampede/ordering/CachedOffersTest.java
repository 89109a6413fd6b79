package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
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
    void productsAndStockAreReadOnceInASecond() {
        for (int i = 0; i < 100; i++) {
            offers.find(List.of("rtx-4090", "cable"));
            shop.clock.advance(Duration.ofMillis(100));
        }

        assertThat(shop.offerReads).isEqualTo(10);
    }

    @Test
    void neitherIsEverOlderThanASecond() {
        offers.find(List.of("cable"));
        shop.sell("cable", 1_999, 3);

        shop.clock.advance(CachedOffers.KEPT.minus(A_MOMENT));
        assertThat(offers.find(List.of("cable")).get("cable").stock().available()).isEqualTo(7);
        shop.clock.advance(A_MOMENT);
        Offer now = offers.find(List.of("cable")).get("cable");
        assertThat(now.stock().available()).isEqualTo(3);
        assertThat(now.product().price().minorUnits()).isEqualTo(1_999);
    }

    /// Requirement 39.
    @Test
    void whoWasToldOtherwiseHearsWhatStandsNowAndSoDoesEverybodyAfterwards() {
        offers.find(List.of("cable", "rtx-4090"));
        shop.sell("cable", 1_999, 3);
        shop.products.remove("rtx-4090");
        shop.clock.advance(A_MOMENT);

        assertThat(offers.findNow(List.of("cable", "rtx-4090"))).containsOnlyKeys("cable");
        assertThat(offers.find(List.of("cable")).get("cable").product().price().minorUnits()).isEqualTo(1_999);
        assertThat(shop.offerReads).isEqualTo(1);
        assertThat(shop.sureReads).isEqualTo(1);
    }

    /// Requirement 39: a remembered read that missed a write just before it is not what stands now.
    @Test
    void aReadThatMayMissAWriteIsNotWhatStandsNow() {
        offers.find(List.of("cable"));

        offers.findNow(List.of("cable"));
        offers.findNow(List.of("cable"));

        assertThat(shop.sureReads).isEqualTo(1);
    }

    @Test
    void theAgeCountsFromTheStartOfTheRead() {
        Offers slow = reading(() -> shop.clock.advance(Duration.ofSeconds(1)));
        var behind = new CachedOffers(slow, shop.clock);

        behind.find(List.of("cable"));
        behind.find(List.of("cable"));

        assertThat(shop.offerReads).isEqualTo(2);
    }

    @Test
    void whateverIsTooOldTakesOneCall() {
        offers.find(List.of("cable"));
        shop.clock.advance(CachedOffers.KEPT);

        assertThat(offers.find(List.of("cable", "rtx-4090"))).containsOnlyKeys("cable", "rtx-4090");

        assertThat(shop.offerReads).isEqualTo(2);
    }

    @Test
    void aStockItemThatIsGoneHasNoUnits() {
        offers.find(List.of("cable"));
        shop.stock.remove("cable");
        shop.clock.advance(CachedOffers.KEPT);

        assertThat(offers.find(List.of("cable")).get("cable").stock()).isEqualTo(Stock.of("cable", 0));
    }

    @Test
    void whatIsNotForSaleIsNotRemembered() {
        assertThat(offers.find(List.of("made-up", "cable"))).containsOnlyKeys("cable");
        assertThat(offers.find(List.of("made-up", "cable"))).containsOnlyKeys("cable");
        assertThat(shop.offerReads).isEqualTo(2);

        shop.products.remove("cable");
        shop.clock.advance(CachedOffers.KEPT);
        assertThat(offers.find(List.of("cable"))).isEmpty();
    }

    @Test
    void aFailedReadIsNotKept() {
        List<RuntimeException> failures = new ArrayList<>();
        var flaky = new CachedOffers(reading(() -> {
            if (!failures.isEmpty()) {
                throw failures.removeLast();
            }
        }), shop.clock);
        flaky.find(List.of("cable"));
        shop.stock.put("cable", Stock.of("cable", 3));
        shop.clock.advance(CachedOffers.KEPT);
        failures.add(new IllegalStateException("throttled"));

        assertThatThrownBy(() -> flaky.find(List.of("cable"))).hasMessage("throttled");
        assertThat(flaky.find(List.of("cable")).get("cable").stock().available()).isEqualTo(3);
    }

    @Test
    void aCrowdOfThreadsCostsOneRead() throws InterruptedException {
        List<Thread> crowd = new ArrayList<>();
        var crowded = new CachedOffers(reading(() -> awaitThatAllOthersWait(crowd)), shop.clock);
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

    /// The shop, and what happens before each read.
    private Offers reading(Runnable before) {
        return new Offers() {
            @Override
            public Map<String, Offer> find(Collection<String> skus) {
                before.run();
                return shop.find(skus);
            }

            @Override
            public Map<String, Offer> findNow(Collection<String> skus) {
                before.run();
                return shop.findNow(skus);
            }
        };
    }
}
