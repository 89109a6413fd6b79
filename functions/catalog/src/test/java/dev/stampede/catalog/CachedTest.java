package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        List<Thread> crowd = new ArrayList<>();
        var cached = new Cached<>(() -> {
            awaitThatAllOthersWait(crowd);
            return reads.incrementAndGet();
        }, TEN_SECONDS, clock);
        for (int i = 0; i < 8; i++) {
            crowd.add(new Thread(cached::get));
        }

        crowd.forEach(Thread::start);
        for (Thread thread : crowd) {
            thread.join();
        }

        assertThat(reads).hasValue(1);
    }

    /// The read takes until everybody else stands in the queue behind it, so that nobody comes too late to be tempted.
    private static void awaitThatAllOthersWait(List<Thread> crowd) {
        long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (System.nanoTime() < deadline
                && crowd.stream().filter(CachedTest::waits).count() < crowd.size() - 1) {
            Thread.onSpinWait();
        }
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED;
    }
}
