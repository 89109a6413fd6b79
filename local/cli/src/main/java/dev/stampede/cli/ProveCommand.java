package dev.stampede.cli;

import dev.stampede.cloud.LaptopCloud;
import dev.stampede.verification.storm.Mix;
import dev.stampede.verification.storm.Progress;
import dev.stampede.verification.storm.Proof;
import dev.stampede.verification.storm.Report;
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
    "Proves the shop's promise on this machine: a storm of buyers, retries, cancels, returns and faults over a shop of"
            + " its own, then an audit of every order, unit, payment and mail.",
    "",
    "The seed decides what is for sale, who buys what, how often and how clumsily, what becomes of each order, and"
            + " which faults come in which sequence. It does not decide how real processes interleave: the same seed is"
            + " the same storm and not the same run.",
    ""
}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {"0:everything holds", "1:something does not",
    "2:wrong usage"}, mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {

    private static final int MOST = 100_000;

    @Option(names = "--seed", paramLabel = "N", description = "of the storm (default: a random one, printed)")
    private Long seed;

    @Option(names = "--buyers", defaultValue = "2000", paramLabel = "N", description = "of the product in the sale; an eighth as many buy other things (default ${DEFAULT-VALUE})")
    private int buyers;

    @Option(names = "--units", defaultValue = "50", paramLabel = "N", description = "in the sale (default ${DEFAULT-VALUE})")
    private int units;

    @Option(names = "--faults", paramLabel = "RULES", description = "fault rules as 'up --faults' takes them, instead of the storm's own mix; 'none' for fair weather")
    private String faults;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        check("--buyers", buyers, MOST);
        check("--units", units, MOST);
        Mix mix = mix();
        Proof.Settings settings = new Proof.Settings(Stampede.root(), ownState(),
                seed == null ? new Random().nextInt(1_000_000) : seed, buyers, units, mix);
        System.out.println("Seed " + settings.seed());
        Progress progress = new Progress(System.out, Ansi.AUTO.enabled());
        LaptopCloud cloud = started(settings, progress);
        // Ctrl-C leaves no process and no folder.
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
            throw wrong(e.getMessage());
        }
    }

    private static Proof.Outcome outcome(
            Proof.Settings settings, LaptopCloud cloud, Progress progress, Thread interrupted)
            throws InterruptedException {
        try {
            return Proof.run(settings, cloud, progress);
        } catch (RuntimeException e) {
            System.err.println("The proof came to no end. The state is kept in " + settings.state());
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
            System.err.println("Some of " + settings.state() + " is left: " + e.getMessage());
        }
    }

    private Mix mix() {
        try {
            return faults == null ? Mix.USUAL : faults.equals("none") ? Mix.NONE : Mix.of(faults);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private CommandLine.ParameterException wrong(String sentence) {
        return new CommandLine.ParameterException(spec.commandLine(), sentence);
    }

    private static Path ownState() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Stampede.state()), "prove-");
    }

    private void check(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw wrong(option + " must be 1 to " + most);
        }
    }
}
