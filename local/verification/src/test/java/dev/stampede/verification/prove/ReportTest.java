package dev.stampede.verification.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.verification.invariant.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ReportTest {

    private static final String ORDER = "0f8fad5b-d9cb-569f-a165-70867728950e";

    private final Proof.Settings settings = new Proof.Settings(
            Path.of("/shop"), Path.of("/shop/.stampede/prove-1"), 42, 2000, 50, FaultMix.USUAL);

    @Test
    void saysThatThePromiseHoldsWithTheSeedAndWhatWasDoneToTheShop() {
        List<String> lines = report(List.of(finding("A claim", 12, List.of())), Map.of());

        assertThat(lines).contains(
                "claim    asked  found  verdict",
                "A claim     12     12  holds",
                "Faults injected: duplicate 3");
        assertThat(lines.getLast()).startsWith("The promise holds (seed 42, 2000 buyers, 50 units, 61 s)");
    }

    @Test
    void namesTheFirstOffendersOfABrokenClaimAndHowToLookAtThem() {
        List<String> offenders =
                List.of(ORDER + ": is wrong", "b: too", "c: too", "d: too", "e: too", "f: too", "g: too");

        List<String> lines = report(List.of(
                finding("A claim", 12, List.of()), finding("Another", 12, offenders)), Map.of());

        assertThat(lines).contains(
                "Another     12      5  broken",
                "  " + ORDER + ": is wrong", "  e: too", "  and 2 more").doesNotContain("  f: too");
        assertThat(lines.getLast()).startsWith("The promise is broken (seed 42")
                .endsWith("./stampede trace --state .stampede/prove-1 " + ORDER);
    }

    @Test
    void reportsRedrivenDeadLetters() {
        assertThat(report(List.of(finding("A claim", 1, List.of())), Map.of("EmailDeadLetters", 4L)))
                .contains("Dead letters redriven, as the runbook says: EmailDeadLetters 4");
        assertThat(report(List.of(finding("A claim", 1, List.of())), Map.of()))
                .contains("Dead letters redriven, as the runbook says: none");
    }

    private List<String> report(List<Finding> findings, Map<String, Long> redriven) {
        return new Report(settings, new Proof.Outcome(findings, Map.of("duplicate", 3L, "kill", 0L), redriven,
                Duration.ofSeconds(61)), Ansi.OFF).lines();
    }

    private static Finding finding(String claim, long examined, List<String> offenders) {
        return Finding.ofAll(claim, examined, offenders);
    }
}
