package dev.stampede.verification.simulation;

import java.util.EnumMap;
import java.util.Map;

/// The faults of one run: which of them there are, how likely each is, and how often each has struck.
///
/// Each run has a random part of them. With all of them always on, the mild ones would hide what only the wild ones
/// show.
final class Faults {

    private final Dice dice;
    private final Map<Fault, Double> probabilities = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
    private boolean stopped;

    Faults(Dice dice) {
        this.dice = dice;
        double share = dice.pick(0.0, 0.3, 0.6, 1.0);
        for (Fault fault : Fault.values()) {
            if (dice.chance(share)) {
                probabilities.put(fault, fault.probability(dice.below(1000) / 1000.0));
            }
        }
    }

    /// Whether the fault strikes now; it is counted.
    boolean strikes(Fault fault) {
        Double probability = probabilities.get(fault);
        if (stopped || probability == null || !dice.chance(probability)) {
            return false;
        }
        count(fault);
        return true;
    }

    /// For what strikes by a plan that was made with [#strikes] before.
    void count(Fault fault) {
        struck.merge(fault, 1, Integer::sum);
    }

    void stop() {
        stopped = true;
    }

    boolean haveStopped() {
        return stopped;
    }

    Map<Fault, Integer> struck() {
        return struck;
    }

    Map<Fault, Double> probabilities() {
        return probabilities;
    }
}
