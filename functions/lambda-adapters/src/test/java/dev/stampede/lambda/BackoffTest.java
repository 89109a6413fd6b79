package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

    /// Notes the bound of each draw and draws no pause at all.
    private static final class Draws implements RandomGenerator {

        private final List<Long> bounds = new ArrayList<>();

        @Override
        public long nextLong(long bound) {
            bounds.add(bound);
            return 0;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("a draw without a bound");
        }
    }

    private final Draws draws = new Draws();
    private final Backoff backoff = Backoff.fullJitter(draws);

    @Test
    void theBoundDoublesUpToFourHundredMilliseconds() {
        for (int attempt = 0; attempt < 7; attempt++) {
            backoff.pause(attempt);
        }

        assertThat(draws.bounds).containsExactly(25L, 50L, 100L, 200L, 400L, 400L, 400L);
    }

    @Test
    void anInterruptEndsTheTriesAndIsKept() {
        Thread.currentThread().interrupt();

        assertThatIllegalStateException().isThrownBy(() -> backoff.pause(0));
        assertThat(Thread.interrupted()).isTrue();
    }
}
