package dev.stampede.local.cli;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The local program; the launcher builds what it needs and passes the command on.
@Command(
        name = "stampede",
        description = "Runs the shop on this machine from the synthesized template.",
        mixinStandardHelpOptions = true,
        subcommands = {UpCommand.class, LogsCommand.class, TraceCommand.class, ResetCommand.class, ProveCommand.class,
                SimulateCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Stampede {

    /// DynamoDB Local warns of what nobody here can change. Held, because the JDK forgets the level of a logger nobody holds.
    private static final Logger ENGINE_LOG = Logger.getLogger("com.amazonaws");

    private Stampede() {}

    public static void main(String[] args) {
        ENGINE_LOG.setLevel(Level.SEVERE);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                System.err.println("stampede: " + thread.getName() + " ended: " + explain(failure)));
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
