package dev.stampede.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ProveCommandTest {

    private final StringWriter out = new StringWriter();
    private final CommandLine command = new CommandLine(new ProveCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out));

    @ParameterizedTest
    @CsvSource({
        "--buyers, 0, --buyers must be 1 to 100000",
        "--buyers, many, Invalid value for option '--buyers'",
        "--units, -1, --units must be 1 to 100000",
        "--seed, x, Invalid value for option '--seed'",
        "--faults, nonsense:*, unknown kind"
    })
    void wrongUsageIsToldAndStartsNothing(String option, String value, String told) {
        assertThat(command.execute(option, value)).isEqualTo(2);
        assertThat(out.toString()).contains(told);
    }

    @Test
    void theHelpSaysWhatTheSeedDoesNotDecide() {
        assertThat(command.execute("--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("--seed", "--buyers", "--units", "--faults",
                "not the same run", "wrong usage");
    }
}
