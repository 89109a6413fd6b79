package dev.stampede.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;

/// Synthesizes the app as the command line would, with the settings of cdk.json.
final class Synthesis {
    static final Path TARGET = Path.of("target/test-synthesis").toAbsolutePath();
    static final Path SHOP = ShopFolder.built(TARGET.resolve("shop"));
    static final Environment FRANKFURT = Environment.builder().account("111122223333").region("eu-central-1").build();

    static final Map<String, String> PROD =
            Map.of("stage", "prod", "domainName", "shop.example.com", "hostedZoneId", "Z1");

    private Synthesis() {}

    /// Synthesizes to a folder of that name. `more` sees the app when its stacks are there.
    static Path of(String folder, Map<String, String> context, Consumer<App> more) {
        Path output = TARGET.resolve(folder);
        App app = app(context, output);
        StampedeApp.addStacks(app, StampedeApp.deployment(app, FRANKFURT, SHOP));
        more.accept(app);
        app.synth();
        return output;
    }

    static App app(Map<String, String> context, Path output) {
        Map<String, Object> all = settings();
        all.putAll(context);
        return new App(AppProps.builder().outdir(output.toString()).context(all).build());
    }

    static Map<String, Object> settings() {
        try {
            ObjectMapper json = new ObjectMapper();
            return json.convertValue(json.readTree(Path.of("../cdk.json").toFile()).get("context"),
                    new TypeReference<TreeMap<String, Object>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
