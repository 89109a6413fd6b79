package dev.stampede.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Checks whether the provider can be reached at all, after a call that was not answered. It asks once in five seconds
/// at most; concurrent callers share the answer.
final class Reachability {

    static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final PaymentGateway provider;
    private final InstantSource clock;
    private Instant knownUntil = Instant.MIN;
    private boolean reachable;

    Reachability(PaymentGateway provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    synchronized boolean isReachable() {
        if (!clock.instant().isBefore(knownUntil)) {
            reachable = ask();
            knownUntil = clock.instant().plus(KNOWN_FOR);
        }
        return reachable;
    }

    private boolean ask() {
        try {
            return provider.isReachable();
        } catch (RuntimeException _) {
            return false;
        }
    }
}
