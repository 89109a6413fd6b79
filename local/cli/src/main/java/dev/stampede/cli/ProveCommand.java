package dev.stampede.cli;

import dev.stampede.cloud.LaptopCloud;
import dev.stampede.verification.prove.FaultMix;
import dev.stampede.verification.prove.Progress;
import dev.stampede.verification.prove.Proof;
import dev.stampede.verification.prove.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "prove", description = {
    "Tests the shop's promises on this machine: runs buyers, retries, cancellations, returns and faults against a shop of"
            + " its own, then audits every order, unit, payment and mail.",
    "",
    "The seed determines the workload (the catalogue, every purchase with its repeats, the actions that follow it) and"
            + " the sequence of faults. It does not determine how processes interleave: the same seed is the same"
            + " workload, but not the same run.",
    ""
}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {"0:every claim holds", "1:a claim is broken",
    "2:wrong usage"}, mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {

    private static final int MAX = 100_000;

    @Option(names = "--seed", paramLabel = "N", description = "of the workload (default: a random one, which is printed)")
    private Long seed;

    @Option(names = "--buyers", defaultValue = "2000", paramLabel = "N", description = "of the product in the sale; an eighth as many buy other products (default ${DEFAULT-VALUE})")
    private int buyers;

    @Option(names = "--units", defaultValue = "50", paramLabel = "N", description = "in the sale (default ${DEFAULT-VALUE})")
    private int units;

    @Option(names = "--faults", paramLabel = "RULES", description = "fault rules in the grammar of 'up --faults', instead of the usual mix; 'none' for no faults")
    private String faults;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        check("--buyers", buyers, MAX);
        check("--units", units, MAX);
        FaultMix mix = mix();
        Proof.Settings settings = new Proof.Settings(Stampede.root(), ownState(),
                seed == null ? new Random().nextInt(1_000_000) : seed, buyers, units, mix);
        System.out.println("Seed " + settings.seed());
        Progress progress = new Progress(System.out, Ansi.AUTO.enabled());
        LaptopCloud cloud = started(settings, progress);
        // Ctrl-C leaves neither a process nor a folder behind.
        Thread interrupted = new Thread(() -> end(cloud, settings));
        Runtime.getRuntime().addShutdownHook(interrupted);
        Proof.Outcome outcome = outcome(settings, cloud, progress, interrupted);
        new Report(settings, outcome, Ansi.AUTO).lines().forEach(System.out::println);
        if (outcome.holds()) {
            StateFolder.delete(settings.state());
        }
        return outcome.holds() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private LaptopCloud started(Proof.Settings settings, Progress progress) throws IOException {
        try {
            return Proof.start(settings, DemoShop.program(progress::cloudSays), progress);
        } catch (IllegalArgumentException e) {
            StateFolder.delete(settings.state());
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Proof.Outcome outcome(
            Proof.Settings settings, LaptopCloud cloud, Progress progress, Thread interrupted)
            throws InterruptedException {
        try {
            return Proof.run(settings, cloud, progress);
        } catch (RuntimeException e) {
            System.err.println("The proof could not be completed. Its state is kept in " + settings.state());
            throw e;
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            cloud.close();
        }
    }

    private static void end(LaptopCloud cloud, Proof.Settings settings) {
        cloud.close();
        try {
            StateFolder.delete(settings.state());
        } catch (IOException e) {
            System.err.println("Could not delete all of " + settings.state() + ": " + e.getMessage());
        }
    }

    private FaultMix mix() {
        try {
            return faults == null ? FaultMix.USUAL : faults.equals("none") ? FaultMix.NONE : FaultMix.of(faults);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private CommandLine.ParameterException wrong(String sentence) {
        return new CommandLine.ParameterException(spec.commandLine(), sentence);
    }

    private static Path ownState() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Stampede.state()), "prove-");
    }

    private void check(String option, int value, int max) {
        if (value < 1 || value > max) {
            throw wrong(option + " must be 1 to " + max);
        }
    }
}
