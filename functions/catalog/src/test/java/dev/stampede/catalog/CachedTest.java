package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Requirement 1.
class CachedTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final SteppedClock clock = new SteppedClock();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsAgainOnlyOnceTheValueIsTooOld() {
        var cached = new Cached<>(reads::incrementAndGet, TEN_SECONDS, clock);

        assertThat(cached.get()).isEqualTo(1);
        clock.advance(Duration.ofMillis(9_999));
        assertThat(cached.get()).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(cached.get()).isEqualTo(2);
    }

    @Test
    void theAgeCountsFromTheStartOfTheRead() {
        var cached = new Cached<>(() -> {
            clock.advance(Duration.ofSeconds(4));
            return reads.incrementAndGet();
        }, TEN_SECONDS, clock);

        cached.get();
        clock.advance(Duration.ofSeconds(6));

        assertThat(cached.get()).isEqualTo(2);
    }

    @Test
    void aFailedReadIsNotKept() {
        var cached = new Cached<>(() -> {
            if (reads.incrementAndGet() == 1) {
                throw new IllegalStateException("throttled");
            }
            return "read";
        }, TEN_SECONDS, clock);

        assertThatThrownBy(cached::get).isInstanceOf(IllegalStateException.class);
        assertThat(cached.get()).isEqualTo("read");
    }

    @Test
    void aCrowdOfThreadsCostsOneRead() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        var cached = new Cached<>(reads::incrementAndGet, TEN_SECONDS, clock);
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            crowd.add(Thread.startVirtualThread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                cached.get();
            }));
        }

        start.countDown();
        for (Thread thread : crowd) {
            thread.join();
        }

        assertThat(reads).hasValue(1);
    }
}
