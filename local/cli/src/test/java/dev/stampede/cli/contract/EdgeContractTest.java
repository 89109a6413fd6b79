package dev.stampede.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.apigateway.Gate;
import dev.stampede.cloud.apigateway.HttpApi;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudfront.Site;
import dev.stampede.cloud.lambda.FunctionPool;
import dev.stampede.cloud.lambda.FunctionSpec;
import dev.stampede.cloud.lambda.FunctionSpecs;
import dev.stampede.cloud.lambda.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the template has the edge add to a request is what its functions want: a typo on either side would shut the
/// shop.
class EdgeContractTest {

    private static final Template TEMPLATE = Template.read(
            Path.of("../../cdk.out"),
            new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));

    private final Map<String, FunctionSpec> functions =
            FunctionSpecs.from(TEMPLATE).withSecrets(EdgeContractTest::secret)
                    .functions().stream().collect(Collectors.toMap(FunctionSpec::name, function -> function));
    private final Map<String, JsonNode> events = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"/api/products", "/api/products/rtx-4090", "/api/health", "/api/orders/1", "/sitemap.xml"})
    void everyWayThroughTheEdgeBringsTheSecretThatItsFunctionWants(String path) throws Exception {
        HttpApi.Backend backend = new HttpApi.Backend(
                this::invoke, _ -> {}, (_, _) -> Optional.empty(), Clock.systemUTC(), _ -> {}, Gate.OPEN);
        try (Site site = Site.open(TEMPLATE, 0, HttpApi.in(TEMPLATE, backend), EdgeContractTest::secret);
                HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create(site.url() + path))
                    .header("X-Origin-Secret", "a guess").header("X-Forwarded-For", "192.0.2.1").build(),
                    BodyHandlers.ofString());
        }

        assertThat(events).hasSize(1);
        events.forEach((function, event) -> {
            assertThat(event.at("/headers/x-origin-secret").asText()).startsWith("the value of ")
                    .isEqualTo(functions.get(function).environment().get("ORIGIN_SECRET"));
            assertThat(event.at("/headers/x-forwarded-for").asText()).isEqualTo("192.0.2.1, 127.0.0.1, 127.0.0.1");
        });
    }

    @Test
    void noFunctionKeepsAReference() {
        assertThat(functions.values()).allSatisfy(function -> assertThat(function.environment().values())
                .noneMatch(value -> value.contains("{{resolve:")));
    }

    private CompletableFuture<Invoker.Result> invoke(String function, byte[] payload) {
        try {
            events.put(FunctionPool.name(function), new ObjectMapper().readTree(payload));
            return CompletableFuture
                    .completedFuture(new Invoker.Result.Success("{\"statusCode\":200,\"body\":\"\"}".getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String secret(String arn) {
        return "the value of " + arn;
    }
}
