package dev.stampede.load;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "smoke", description = "One shopper looks around, orders, repeats the order and sees it confirmed: "
        + "no failure, in less than 30 s.", sortOptions = false)
@SuppressWarnings("UnusedVariable") // options are read through the spec
final class SmokeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetOptions target;

    @Override
    public Integer call() throws IOException {
        Launch launch = new Launch(spec.commandLine());
        SmokePlan plan = launch.plan(SmokePlan::from);
        return launch.run(SmokeSimulation.class, plan, plan.target(), plan.run());
    }
}
