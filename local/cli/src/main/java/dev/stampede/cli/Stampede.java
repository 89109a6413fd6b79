package dev.stampede.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The local program; the launcher builds what it needs and passes the command on.
@Command(name = "stampede", description = "Runs the shop on this machine from the synthesized template.", mixinStandardHelpOptions = true, subcommands = {
    UpCommand.class, LogsCommand.class, TraceCommand.class, ResetCommand.class, ProveCommand.class,
    SimulateCommand.class}, synopsisSubcommandLabel = "COMMAND")
public final class Stampede {

    private Stampede() {}

    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> System.err
                .println("stampede: " + thread.getName() + " ended: " + explain(failure)));
        System.exit(new CommandLine(new Stampede())
                .setExecutionExceptionHandler((failure, commandLine, _) -> {
                    commandLine.getErr().println(commandLine.getColorScheme()
                            .errorText("stampede: " + explain(failure)));
                    return 1;
                })
                .execute(args));
    }

    /// The folder of the checkout: where the template and the local state are.
    static Path root() {
        return Path.of(System.getProperty("stampede.root", ".")).toAbsolutePath().normalize();
    }

    static Path state() {
        return root().resolve(".stampede");
    }

    private static String explain(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
