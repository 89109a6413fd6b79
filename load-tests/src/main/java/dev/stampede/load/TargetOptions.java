package dev.stampede.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/// The options that all tests take. They are texts here: the plan holds them to their bounds, so that the same is true
/// of the `stampede.load.*` properties of a simulation that Maven starts.
@SuppressWarnings("UnusedVariable") // options are read through the spec
final class TargetOptions {

    @Option(names = "--base-url", paramLabel = "URL", description = "The shop (default: http://127.0.0.1:8080).")
    private String baseUrl;

    @Option(names = "--aws-url", paramLabel = "URL", description = "The laptop cloud's AWS endpoint (default: http://127.0.0.1:4566).")
    private String awsUrl;

    @Option(names = "--allow-host", paramLabel = "HOST", description = "Load this host too; without it only this machine is loaded.")
    private List<String> allowedHosts;

    @Option(names = "--product", paramLabel = "ID", description = "Buy this product of the catalogue.")
    private String product;

    @Option(names = "--results", paramLabel = "FOLDER", description = "Where reports go (default: .stampede/load).")
    private String results;

    /// What was typed, by the options' long names.
    static Map<String, String> typed(CommandLine command) {
        Map<String, String> typed = new HashMap<>();
        for (OptionSpec option : command.getParseResult().matchedOptions()) {
            typed.put(option.names()[0].substring(2), String.join(",", option.stringValues()));
        }
        return typed;
    }
}
