package dev.stampede.load;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "spike", description = "All buyers at once for a few units of one product: exactly those are sold, one order per buyer. "
        + "A new product is added to the laptop's catalogue for this run, unless --product names an existing one.", sortOptions = false)
@SuppressWarnings("UnusedVariable") // options are read through the spec
final class SpikeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = {"--buyers",
        "--users"}, paramLabel = "N", description = "Buyers, one unit each; a fifth of them send the order twice (default: 200).")
    private String buyers;

    @Option(names = "--units", paramLabel = "N", description = "Units of the new product (default: 20).")
    private String units;

    @Option(names = "--p95", paramLabel = "MS", description = "95 of 100 orders must be answered within this (default: 5000).")
    private String p95;

    @Option(names = "--patience", paramLabel = "S", description = "How long a buyer waits for an accepted order to be decided (default: 60).")
    private String patience;

    @Option(names = "--warm-up", paramLabel = "N", description = "Buyers of another new product beforehand, outside the verdict (default: 20).")
    private String warmUp;

    @Mixin
    private TargetOptions target;

    @Override
    public Integer call() throws IOException {
        Launch launch = new Launch(spec.commandLine());
        SpikePlan plan = launch.plan(SpikePlan::from);
        return launch.run(SpikeSimulation.class, plan, plan.target(), plan.run());
    }
}
