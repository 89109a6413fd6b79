package dev.stampede.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class UpFaultsTest {

    private final StringWriter output = new StringWriter();

    @Test
    void aWrongRuleStartsNothingAndIsToldFirst() {
        assertThat(run("--faults", "kill:Payment:5%,latency:CreateOrder:soon")).isEqualTo(ExitCode.USAGE);
        assertThat(output.toString()).startsWith("The fault rule 'latency:CreateOrder:soon' is wrong: ");
    }

    @Test
    void theHelpTellsEveryKindOfRule() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(output.toString()).contains("latency:", "throttle:", "error:", "kill:", "error-after-commit:",
                "lost-request:", "lost-reply:", "conflict:", "duplicate:", "reorder:", "pause:", "5%;");
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(output, true);
        return new CommandLine(new UpCommand()).setOut(writer).setErr(writer).execute(arguments);
    }
}
