package dev.stampede.cloud.apigateway;

import dev.stampede.cloud.apigateway.JwtAuthorizer.Verdict.Accepted;
import dev.stampede.cloud.apigateway.JwtAuthorizer.Verdict.Refused;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.http.Origin;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import dev.stampede.cloud.iam.ResourcePolicies;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.journal.OrderIds;
import dev.stampede.cloud.lambda.Invoker;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// An HTTP API of API Gateway, as the template describes it. What the gateway answers itself has AWS's shape
/// (`{"message":"Not Found"}`), not the shop's envelope.
public final class HttpApi implements Origin {

    /// What the API works with.
    ///
    /// @param log  gets a line for what an operator would find in the API's access log as `integrationErrorMessage`
    /// @param gate what is not let in at the moment
    public record Backend(
            Invoker invoker, Journal journal, SigningKeys keys, Clock clock, Consumer<String> log, Gate gate) {}

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
    private static final int MAX_HEAD_BYTES = 10_240;
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

    /// Whom a path names is nothing for the journal.
    private static final Pattern ADDRESS = Pattern.compile("[^/]*(@|%40)[^/]*");

    /// What a request was about, and its answer.
    private record Handled(String target, Response response) {}

    private final Resource api;
    private final Backend backend;
    private final Cors cors;
    private final List<Stage> stages;
    private final List<Route> routes;
    private final FunctionIntegration integration;

    private HttpApi(Resource api, Template template, Backend backend) {
        this.api = api;
        this.backend = backend;
        this.cors = new Cors(api.at("CorsConfiguration"));
        this.stages = template.ofType("AWS::ApiGatewayV2::Stage").stream()
                .filter(stage -> stage.text("ApiId").equals(api.ref()))
                .map(stage -> new Stage(stage, backend.clock()))
                // A stage with a name before the default one, which takes every path.
                .sorted(Comparator.comparing(stage -> stage.name().equals("$default")))
                .toList();
        this.routes = Route.allOf(api, template, backend.keys()).stream()
                .sorted(Comparator.comparing(Route::key, RouteKey.MOST_SPECIFIC_FIRST))
                .toList();
        this.integration = new FunctionIntegration(api.ref(), new ResourcePolicies(template), backend);
    }

    public static List<HttpApi> in(Template template, Backend backend) {
        return template.ofType("AWS::ApiGatewayV2::Api").stream()
                .map(api -> new HttpApi(api, template, backend))
                .toList();
    }

    public String id() {
        return api.ref();
    }

    @Override
    public Response answer(Request request) {
        Instant at = backend.clock().instant();
        long start = System.nanoTime();
        byte[] random = new byte[11];
        ThreadLocalRandom.current().nextBytes(random);
        String requestId = Base64.getUrlEncoder().encodeToString(random);
        Handled handled = handle(request, requestId);
        Response response = cors.decorate(request, handled.response).with("apigw-requestid", requestId);
        backend.journal().note(new Journal.Hop(
                at, "http", "shopper", handled.target,
                request.method() + " " + ADDRESS.matcher(request.path()).replaceAll("..."),
                String.valueOf(response.status()), (System.nanoTime() - start) / 1000,
                OrderIds.in(request.path().getBytes(StandardCharsets.UTF_8), response.body())));
        return response;
    }

    private Handled handle(Request request, String requestId) {
        if (request.headSize() > MAX_HEAD_BYTES) {
            return new Handled("limit", Response.gateway(431, "Request Header Fields Too Large"));
        }
        if (request.body().length > MAX_BODY_BYTES) {
            return new Handled("limit", Response.gateway(413, "Request Entity Too Large"));
        }
        Optional<Response> preflight = cors.preflight(request);
        if (preflight.isPresent()) {
            return new Handled("preflight", preflight.get());
        }
        String path = Request.decodePath(request.path());
        for (Stage stage : stages) {
            Optional<String> inside = stage.inside(path);
            if (inside.isPresent()) {
                return route(request, stage, inside.get(), requestId);
            }
        }
        return new Handled("no stage", Response.gateway(404, "Not Found"));
    }

    private Handled route(Request request, Stage stage, String path, String requestId) {
        List<String> segments = RouteKey.segments(path);
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.key().match(request.method(), segments);
            if (variables.isPresent()) {
                return new Handled(route.key().text(), admitted(request, stage, route, variables.get(), requestId));
            }
        }
        return new Handled("no route", Response.gateway(404, "Not Found"));
    }

    private Response admitted(
            Request request, Stage stage, Route route, Map<String, String> variables, String requestId) {
        if (!stage.admits(route.key())) {
            return Response.gateway(429, "Too Many Requests");
        }
        if (backend.gate().isShutFor(request.method(), route.key().text())) {
            return Gate.refusal(backend.clock().instant());
        }
        Optional<JwtAuthorizer.Verdict> verdict = route.authorizer()
                .map(authorizer -> authorizer.judge(request, route.scopes(), backend.clock().instant()));
        if (verdict.orElse(null) instanceof Refused(Response refusal)) {
            return refusal;
        }
        byte[] event = new ProxyEvent(
                request, id(), stage, route.key(), variables, verdict.map(Accepted.class::cast), requestId,
                backend.clock().instant()).toJson();
        return integration.answer(stage, route, request.method(), event);
    }
}
