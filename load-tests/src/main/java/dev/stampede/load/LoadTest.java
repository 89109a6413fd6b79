package dev.stampede.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/// `./stampede load`: runs a simulation against a running shop and says whether the shop kept its promises.
@Command(name = "./stampede load", description = "Puts load on a running shop and says whether it kept its promises.", subcommands = {
    SmokeCommand.class,
    SpikeCommand.class}, synopsisSubcommandLabel = "smoke|spike", exitCodeListHeading = "%nExit status:%n", exitCodeList = {
        "0:every claim of the verdict holds", "1:a claim fails, or the run broke", "2:wrong usage"})
@SuppressWarnings("UnusedVariable") // options are read through the spec
public final class LoadTest {

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
    private boolean help;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new LoadTest())
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler(LoadTest::refuse);
    }

    /// One sentence: the whole usage below it would hide it.
    private static int refuse(ParameterException refused, String[] args) {
        CommandLine command = refused.getCommandLine();
        command.getErr().printf("%s%nSee %s --help%n", refused.getMessage(), command.getCommandSpec().qualifiedName());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
