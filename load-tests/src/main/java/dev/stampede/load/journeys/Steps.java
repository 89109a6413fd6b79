package dev.stampede.load.journeys;

import dev.stampede.load.verdict.Claim;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the steps of a journey were asked to show, and showed.
public final class Steps {

    private final Queue<Claim> taken = new ConcurrentLinkedQueue<>();

    void taken(Claim step) {
        taken.add(step);
    }

    public List<Claim> claims() {
        return List.copyOf(taken);
    }
}
