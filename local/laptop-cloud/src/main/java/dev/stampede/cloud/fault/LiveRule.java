package dev.stampede.cloud.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/// A rule at work, with the sequence of its decisions.
final class LiveRule {

    /// @param after how long, for what takes time; otherwise zero
    /// @param lot   for whatever else is to be chosen
    record Hit(FaultRule rule, Duration after, int lot) {}

    final FaultRule rule;
    private final SplittableRandom random;

    LiveRule(FaultRule rule, long seed) {
        this.rule = rule;
        this.random = new SplittableRandom(seed * 31 + rule.toString().hashCode());
    }

    /// Decides about the next one that came by.
    synchronized Optional<Hit> decide() {
        if (random.nextDouble() >= rule.share()) {
            return Optional.empty();
        }
        Duration after = rule.span().or(() -> rule.kind().span).map(span -> span.draw(random)).orElse(Duration.ZERO);
        return Optional.of(new Hit(rule, after, random.nextInt(Integer.MAX_VALUE)));
    }
}
