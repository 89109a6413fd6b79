package dev.stampede.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/// Runs a scenario for many ways its choices can fall. What failed is told as the list of its choices.
final class Choices {

    private final List<Integer> taken;
    private final List<Integer> widths = new ArrayList<>();
    private final IntUnaryOperator next;

    /// @param prefix the first choices
    /// @param next   makes the others, from how many there are to choose from
    private Choices(List<Integer> prefix, IntUnaryOperator next) {
        this.taken = new ArrayList<>(prefix);
        this.next = next;
    }

    /// Every way there is, depth first.
    ///
    /// @return how many ways there are
    static int exhaust(Consumer<Choices> scenario) {
        List<Integer> prefix = List.of();
        for (int runs = 1;; runs++) {
            Choices choices = new Choices(prefix, _ -> 0);
            choices.run(scenario);
            prefix = choices.successor();
            if (prefix.isEmpty()) {
                return runs;
            }
        }
    }

    /// As many ways as are asked for, the same ones every time.
    static void sample(int runs, Consumer<Choices> scenario) {
        Random random = new Random(20260301);
        for (int run = 0; run < runs; run++) {
            new Choices(List.of(), random::nextInt).run(scenario);
        }
    }

    /// @return 0 to width - 1
    int pick(int width) {
        int place = widths.size();
        widths.add(width);
        if (place == taken.size()) {
            taken.add(next.applyAsInt(width));
        }
        return taken.get(place);
    }

    private void run(Consumer<Choices> scenario) {
        try {
            scenario.accept(this);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("choices " + taken, e);
        }
    }

    private List<Integer> successor() {
        for (int place = widths.size() - 1; place >= 0; place--) {
            if (taken.get(place) + 1 < widths.get(place)) {
                List<Integer> prefix = new ArrayList<>(taken.subList(0, place));
                prefix.add(taken.get(place) + 1);
                return prefix;
            }
        }
        return List.of();
    }
}
