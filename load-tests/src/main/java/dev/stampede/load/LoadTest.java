package dev.stampede.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./stampede load`: runs a simulation against a running shop and says whether the shop kept its promises.
@Command(
        name = "./stampede load",
        description = "Puts load on a running shop and says whether it kept its promises.",
        subcommands = {SmokeCommand.class, SpikeCommand.class},
        synopsisSubcommandLabel = "smoke|spike",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every claim of the verdict holds", "1:a claim fails, or the run broke", "2:wrong usage"})
public final class LoadTest {

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new LoadTest()).setUsageHelpWidth(110).setUsageHelpAutoWidth(false);
    }
}
