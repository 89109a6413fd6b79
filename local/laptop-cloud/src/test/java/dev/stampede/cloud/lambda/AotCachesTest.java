package dev.stampede.cloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cloud.lambda.AotCaches.Prepared;
import dev.stampede.cloud.lambda.handlers.Handlers.Echo;
import dev.stampede.cloud.lambda.handlers.Handlers.Throwing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCachesTest {

    @TempDir
    Path folder;

    @Test
    void oneCachePerJarIsMadeOnceAndUsed() {
        FunctionSpec echo = Fleet.function(folder, Echo.class);
        List<FunctionSpec> both = List.of(echo, Fleet.function(folder, Throwing.class));
        List<String> progress = new ArrayList<>();
        try (Fleet fleet = new Fleet(folder, UnaryOperator.identity(), echo)) {
            assertThat(AotCaches.prepare(both, fleet.settings, "{}", progress::add)).isEqualTo(new Prepared(1, 0, 0));
            assertThat(progress).containsExactly("AOT cache for Echo, Throwing");
            assertThat(AotCaches.prepare(both, fleet.settings, "{}", progress::add)).isEqualTo(new Prepared(0, 1, 0));

            assertThat(fleet.answer(Echo.class, "1")).isEqualTo("1");

            Path cache = fleet.stateDir.resolve("aot");
            assertThat(ProcessHandle.of(fleet.onlyWorker().pid()).orElseThrow().info().arguments().orElseThrow())
                    .anyMatch(argument -> argument.startsWith("-XX:AOTCache=" + cache));
        }
    }

    @Test
    void aDamagedCacheIsNoObstacle() throws IOException {
        FunctionSpec echo = Fleet.function(folder, Echo.class);
        try (Fleet fleet = new Fleet(folder, UnaryOperator.identity(), echo)) {
            AotCaches.prepare(List.of(echo), fleet.settings, "{}", _ -> {});
            try (Stream<Path> caches = Files.list(fleet.stateDir.resolve("aot"))) {
                for (Path cache : caches.filter(file -> file.toString().endsWith(".aot")).toList()) {
                    Files.writeString(cache, "no cache");
                }
            }

            assertThat(fleet.answer(Echo.class, "1")).isEqualTo("1");
        }
    }
}
