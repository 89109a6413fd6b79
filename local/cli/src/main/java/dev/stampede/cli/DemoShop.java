package dev.stampede.cli;

import dev.stampede.cli.seed.Seed;
import dev.stampede.cloud.LaptopCloud.Program;
import java.time.Instant;
import java.util.function.Consumer;

/// The shop as the laptop cloud runs it: with the demo catalogue in its tables, and trained with one of its orders.
public final class DemoShop {

    private DemoShop() {}

    /// @param progress told how much was planted, where something was
    public static Program program(Consumer<String> progress) {
        return new Program(operator -> {
            int planted = Seed.plant(operator, "Products", "Stock", Instant.now());
            if (planted > 0) {
                progress.accept("Planted the demo catalogue: " + planted + " products");
            }
        }, TrainingEvent.json());
    }
}
