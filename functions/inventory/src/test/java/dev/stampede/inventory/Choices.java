package dev.stampede.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs a scenario once for every way its choices can fall, depth first.
final class Choices {

    private final List<Integer> taken;
    private final List<Integer> widths = new ArrayList<>();

    private Choices(List<Integer> prefix) {
        this.taken = new ArrayList<>(prefix);
    }

    /// @return how many ways there are
    static int exhaust(Consumer<Choices> scenario) {
        List<Integer> prefix = List.of();
        for (int runs = 1;; runs++) {
            Choices choices = new Choices(prefix);
            try {
                scenario.accept(choices);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("choices " + choices.taken, e);
            }
            prefix = choices.next();
            if (prefix.isEmpty()) {
                return runs;
            }
        }
    }

    /// @return 0 to width - 1
    int pick(int width) {
        int place = widths.size();
        widths.add(width);
        if (place == taken.size()) {
            taken.add(0);
        }
        return taken.get(place);
    }

    private List<Integer> next() {
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
