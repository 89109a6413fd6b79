package dev.stampede.model;

import java.time.Duration;
import java.util.Optional;

/// How often somebody may do something in a quarter of an hour, whatever comes of it.
@FunctionalInterface
public interface RateLimits {

    /// What is counted together.
    Duration WINDOW = Duration.ofMinutes(15);

    /// Counts some more.
    ///
    /// @param what  what is tried, and by whom
    /// @param times how often it was tried since it was last counted here
    /// @return how long to wait, where these would be more than the most
    Optional<Duration> take(String what, int times, int most);

    default Optional<Duration> take(String what, int most) {
        return take(what, 1, most);
    }
}
