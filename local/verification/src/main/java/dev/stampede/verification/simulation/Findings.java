package dev.stampede.verification.simulation;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The first thing that was not as it must be. The run ends there.
///
/// It is noted and not thrown: whoever finds it stands deep within calls that catch exceptions.
final class Findings {

    private @Nullable String first;

    void require(boolean holds, Supplier<String> otherwise) {
        if (!holds && first == null) {
            first = otherwise.get();
        }
    }

    Optional<String> first() {
        return Optional.ofNullable(first);
    }
}
