package dev.stampede.lambda;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// The pause before another try of a call that AWS throttled or that lost a race.
@FunctionalInterface
public interface Backoff {

    /// @param attempt 0 before the first repetition
    void pause(int attempt);

    /// Full jitter: anything up to a bound that doubles from 25 ms to 400 ms
    /// (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). The randomness is secure because
    /// any other repeats one sequence in every copy restored from a snapshot.
    static Backoff fullJitter() {
        return fullJitter(new SecureRandom());
    }

    /// @throws IllegalStateException from the pause of an interrupted thread, which stays interrupted
    static Backoff fullJitter(RandomGenerator random) {
        return attempt -> {
            try {
                Thread.sleep(random.nextLong(25L << Math.min(attempt, 4)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted between two tries", e);
            }
        };
    }
}
