package dev.stampede.load;

import dev.stampede.load.verdict.Claim;
import dev.stampede.load.verdict.Verdict;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// From the options as they were typed to the verdict and the exit status.
final class Launch {

    private final CommandLine command;
    private final Map<String, String> typed;
    private final PrintWriter out;

    Launch(CommandLine command) {
        this.command = command;
        this.typed = TargetOptions.typed(command);
        this.out = command.getOut();
    }

    /// Refuses what is out of bounds as wrong usage.
    <T> T plan(Function<Parameters, T> from) {
        try {
            return from.apply(new Parameters(typed::get));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, e.getMessage(), e);
        }
    }

    int run(Class<? extends Simulation> simulation, Object plan, Target target, Run run) throws IOException {
        say(plan.toString());
        if (!target.answers()) {
            say("No shop answers at " + target.shop() + ". Start one with ./stampede up, or name it with --base-url.");
            return 1;
        }
        GatlingRun gatling = new GatlingRun(run.folder());
        say("running; what Gatling says is in " + gatling.log());
        long begun = System.nanoTime();
        int status = gatling.of(simulation, parameters(run));
        Verdict verdict = concluded(run.verdictFile())
                .and(Claim.of(
                        "Gatling's own assertions", "hold", status == 0 ? "hold" : "status " + status, status == 0));
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        say("%n%s", verdict.table());
        say("%s after %d s", verdict.passes() ? "PASS" : "FAIL", seconds);
        for (String error : gatling.errors()) {
            say("  %s", error.replaceAll("\\s+", " "));
        }
        gatling.report().ifPresent(report -> say("report: " + report));
        say("Laptop numbers are not AWS numbers: they compare one change with another, on one machine.");
        return verdict.passes() ? 0 : 1;
    }

    /// The simulation must name its keys and its folder as the plan did, so it is told the run's id.
    private Map<String, String> parameters(Run run) {
        Map<String, String> parameters = new HashMap<>(typed);
        parameters.put("run-id", run.id());
        return parameters;
    }

    private static Verdict concluded(Path file) throws IOException {
        return Files.exists(file)
                ? Verdict.read(file)
                : new Verdict(List.of(Claim.of("the run came to its end", "yes", "no", false)));
    }

    private void say(String format, Object... arguments) {
        out.println(arguments.length == 0 ? format : format.formatted(arguments));
        out.flush();
    }
}
