package dev.stampede.load.sale;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Every answer of a sale, in the order they came. Buyers write to it side by side.
public final class Answers {

    private final Queue<Answer> all = new ConcurrentLinkedQueue<>();

    public void add(Answer answer) {
        all.add(answer);
    }

    public List<Answer> all() {
        return List.copyOf(all);
    }
}
