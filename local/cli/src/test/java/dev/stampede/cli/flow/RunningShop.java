package dev.stampede.cli.flow;

import dev.stampede.cli.DemoShop;
import dev.stampede.cloud.LaptopCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives every whole-flow test the same running laptop cloud, started once and stopped at the end of the run.
final class RunningShop implements ParameterResolver {

    static {
        lookAtOnce();
    }

    private record Running(LaptopCloud cloud, Shop shop) implements AutoCloseable {
        @Override
        public void close() {
            cloud.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Running.class, _ -> start(), Running.class)
                .shop();
    }

    /// By itself a wait begins with its interval, though what it waits for is often there. In loops that adds up.
    static void lookAtOnce() {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
    }

    private static Running start() {
        LaptopCloud.Settings settings = settings(root().resolve("cdk.out"));
        LaptopCloud cloud = LaptopCloud.start(settings);
        return new Running(cloud, new Shop(cloud, settings.state()));
    }

    /// On free ports, with state of its own that goes with the run.
    static LaptopCloud.Settings settings(Path assembly) {
        return new LaptopCloud.Settings(
                root(), assembly, freshState(), 0, 0, Optional.of(Duration.ofSeconds(1)), line -> {})
                .withProgram(DemoShop.program(line -> {}))
                .inMemory();
    }

    static Path root() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }

    private static Path freshState() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/flow")), "state-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
