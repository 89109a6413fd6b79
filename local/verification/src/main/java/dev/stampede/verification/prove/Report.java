package dev.stampede.verification.prove;

import dev.stampede.model.Uuid;
import dev.stampede.verification.invariant.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// Formats the outcome of a proof for the terminal.
public final class Report {

    private static final int MAX_NAMED = 5;

    private final Proof.Settings settings;
    private final Proof.Outcome outcome;
    private final Ansi ansi;

    public Report(Proof.Settings settings, Proof.Outcome outcome, Ansi ansi) {
        this.settings = settings;
        this.outcome = outcome;
        this.ansi = ansi;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(table());
        lines.add("");
        lines.add("Faults injected: " + counts(outcome.faults()));
        lines.add("Dead letters redriven, as the runbook says: " + counts(outcome.redriven()));
        outcome.findings().stream().filter(finding -> !finding.holds())
                .forEach(finding -> lines.addAll(offenders(finding)));
        lines.add("");
        lines.add(closing());
        return lines;
    }

    private List<String> table() {
        int claim = width("claim", Finding::claim);
        int asked = width("asked", Finding::asked);
        int found = width("found", Finding::found);
        String row = "%-" + claim + "s  %" + asked + "s  %" + found + "s  %s";
        List<String> table = new ArrayList<>();
        table.add(row.formatted("claim", "asked", "found", "verdict"));
        for (Finding finding : outcome.findings()) {
            table.add(row.formatted(finding.claim(), finding.asked(), finding.found(),
                    ansi.string(finding.holds() ? "@|green holds|@" : "@|bold,red broken|@")));
        }
        return table;
    }

    private static String counts(Map<String, Long> counts) {
        String some = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return some.isEmpty() ? "none" : some;
    }

    private List<String> offenders(Finding finding) {
        List<String> lines = new ArrayList<>(List.of("", ansi.string("@|bold " + finding.claim() + "|@:")));
        finding.offenders().stream().limit(MAX_NAMED).forEach(offender -> lines.add("  " + offender));
        if (finding.offenders().size() > MAX_NAMED) {
            lines.add("  and " + (finding.offenders().size() - MAX_NAMED) + " more");
        }
        return lines;
    }

    private String closing() {
        String run =
                "seed " + settings.seed() + ", " + settings.buyers() + " buyers, " + settings.units() + " units, "
                        + outcome.took().toSeconds() + " s";
        if (outcome.holds()) {
            return ansi.string("@|bold,green The promise holds|@") + " (" + run
                    + "): no order lost, none doubled, nothing oversold, nobody charged twice.";
        }
        Path state = settings.root().relativize(settings.state());
        return ansi.string("@|bold,red The promise is broken|@") + " (" + run + "). The state is kept: "
                + firstOrder().map(id -> "./stampede trace --state " + state + " " + id).orElse(state.toString());
    }

    private Optional<String> firstOrder() {
        return outcome.findings().stream()
                .flatMap(finding -> finding.offenders().stream())
                .map(Finding::subject)
                .filter(Uuid::isValid)
                .findFirst();
    }

    private int width(String title, Function<Finding, String> column) {
        return outcome.findings().stream().map(column).mapToInt(String::length).reduce(title.length(), Math::max);
    }
}
