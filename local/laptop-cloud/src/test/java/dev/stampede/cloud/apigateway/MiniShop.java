package dev.stampede.cloud.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.lambda.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// A small assembly with a function that is not run: it remembers its events and answers what the test says.
public final class MiniShop extends Clock implements Invoker {

    static final Instant START = Instant.parse("2020-03-12T19:03:58.390Z");

    public final Template template = template();
    public final List<String> invoked = new CopyOnWriteArrayList<>();
    final List<JsonNode> events = new CopyOnWriteArrayList<>();
    final List<Journal.Hop> hops = new CopyOnWriteArrayList<>();
    final List<String> log = new ArrayList<>();
    public final HttpApi api;
    public CompletableFuture<Result> result = success("{\"statusCode\":200,\"body\":\"done\"}");
    Instant now = START;
    Optional<String> trouble = Optional.empty();

    public MiniShop() {
        this((_, _) -> java.util.Optional.empty());
    }

    public MiniShop(SigningKeys keys) {
        api = HttpApi.in(template, new HttpApi.Backend(this, hops::add, keys, this, log::add,
                new Gate(() -> trouble, Set.of("GET /products")))).getFirst();
    }

    public static Template template() {
        try {
            Path assembly = Path.of(MiniShop.class.getResource("/mini-shop").toURI());
            return Template.read(assembly,
                    new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String secret(String arn) {
        return "the value of " + arn;
    }

    public static CompletableFuture<Result> success(String payload) {
        return CompletableFuture.completedFuture(new Result.Success(payload.getBytes(StandardCharsets.UTF_8)));
    }

    public static Request request(String method, String path, String... headers) {
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            byName.put(headers[i], headers[i + 1]);
        }
        String[] parts = path.split("\\?", 2);
        return new Request(method, parts[0], parts.length > 1 ? parts[1] : "", byName, new byte[0], "192.0.2.1");
    }

    public static Request withBody(Request request, byte[] body) {
        return new Request(
                request.method(), request.path(), request.query(), request.headers(), body, request.sourceIp());
    }

    public static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public Response get(String path, String... headers) {
        return api.answer(request("GET", path, headers));
    }

    /// The event of the last invocation.
    public JsonNode event() {
        return events.getLast();
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public CompletableFuture<Result> invoke(String function, byte[] payload) {
        invoked.add(function);
        try {
            events.add(new ObjectMapper().readTree(payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
