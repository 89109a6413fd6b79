package dev.stampede.verification.simulation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// The only source of chance in a run. Each part of the world has its own, so that one that rolls more often leaves the
/// others' rolls as they were.
final class Dice {

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    Dice split() {
        return new Dice(random.split());
    }

    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /// From 0 to one below the bound.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// Both ends included.
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    SplittableRandom generator() {
        return random;
    }
}
