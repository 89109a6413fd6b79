package dev.stampede.verification.workload;

import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/// Values that are drawn at random in proportion to their weights.
final class Weighted<T> {

    private final NavigableMap<Integer, T> byUpperBound = new TreeMap<>();
    private int total;

    Weighted<T> add(int weight, T value) {
        total += weight;
        byUpperBound.put(total, value);
        return this;
    }

    T draw(Random random) {
        return byUpperBound.higherEntry(random.nextInt(total)).getValue();
    }
}
