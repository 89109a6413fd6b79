package dev.stampede.load.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {

    private static final Claim HOLDS = Claim.exactly("orders confirmed", 20, 20);
    private static final Claim FAILS = Claim.exactly("stock available", 0, -1);
    private static final Claim NOTE = Claim.note("orders sent twice", 40);

    @Test
    void passesWhereAllThatWasTestedHolds() {
        assertThat(new Verdict(List.of(HOLDS, NOTE)).passes()).isTrue();
    }

    @Test
    void failsWithOneClaim() {
        assertThat(new Verdict(List.of(HOLDS, FAILS, HOLDS)).passes()).isFalse();
    }

    @Test
    void failsWhereNothingWasTested() {
        assertThat(new Verdict(List.of()).passes()).isFalse();
        assertThat(new Verdict(List.of(NOTE)).passes()).isFalse();
    }

    @Test
    void isReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Verdict verdict = new Verdict(List.of(HOLDS, FAILS, NOTE, Claim.of("a\tb", "", "c\nd", false)));
        verdict.write(folder.resolve("run/verdict.tsv"));

        assertThat(Verdict.read(folder.resolve("run/verdict.tsv"))).isEqualTo(verdict);
    }

    @Test
    void showsWhatWasAskedAndFoundOfEachClaim() {
        assertThat(new Verdict(List.of(HOLDS, FAILS)).table().lines().map(String::strip))
                .containsExactly(
                        "claim             asked  found  verdict",
                        "----------------  -----  -----  -------",
                        "orders confirmed  20     20     pass",
                        "stock available   0      -1     fail");
    }
}
