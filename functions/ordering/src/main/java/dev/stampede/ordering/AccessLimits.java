package dev.stampede.ordering;

import java.time.Duration;
import java.util.Optional;

/// How often somebody may try, whatever comes of it.
@FunctionalInterface
public interface AccessLimits {

    /// Counts one more.
    ///
    /// @param what what is tried, and by whom
    /// @return how long to wait, where there were as many already
    Optional<Duration> take(String what, int most);
}
