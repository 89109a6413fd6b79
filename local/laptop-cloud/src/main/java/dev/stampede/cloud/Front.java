package dev.stampede.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.stampede.cloud.cognito.Identity;
import dev.stampede.cloud.fault.CallFault;
import dev.stampede.cloud.fault.CallFault.Outcome;
import dev.stampede.cloud.fault.CallFault.Spot;
import dev.stampede.cloud.gateway.Answer;
import dev.stampede.cloud.gateway.Api;
import dev.stampede.cloud.gateway.AwsRequest;
import dev.stampede.cloud.gateway.Meter;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.gateway.RequestReader;
import dev.stampede.cloud.gateway.Sabotage;
import dev.stampede.cloud.iam.IdentityPolicies;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.journal.OrderIds;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Takes every request: who calls, may they, should it fail; then the service, the meter and the journal.
final class Front implements HttpHandler {

    private static final String COGNITO = "AWSCognitoIdentityProviderService.";
    private static final String INTERNAL_ERROR = "InternalServerError";
    /// What changes something or carries an order on. Reads would drown an order's story.
    private static final Set<String> NOTED =
            Set.of("SendMessage", "SendMessageBatch", "PutItem", "UpdateItem", "DeleteItem",
                    "BatchWriteItem", "TransactWriteItems", "ExecuteStatement", "BatchExecuteStatement",
                    "ExecuteTransaction",
                    "Publish", "PublishBatch", "SendEmail", "SendRawEmail", "Invoke");

    private final RequestReader reader;
    private final Map<String, Api> apis;
    private final IdentityPolicies policies;
    private final AwsEndpoint.Hooks hooks;
    private final Meter meter;

    Front(RequestReader reader, Map<String, Api> apis, IdentityPolicies policies, AwsEndpoint.Hooks hooks,
            Meter meter) {
        this.reader = reader;
        this.apis = apis;
        this.policies = policies;
        this.hooks = hooks;
        this.meter = meter;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Answer answer = answer(exchange);
        if (answer.isLost()) {
            exchange.close();
        } else {
            send(exchange, answer);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
        String cognito = target.startsWith(COGNITO) ? target.substring(COGNITO.length()) : "";
        if (!cognito.isEmpty() && !hooks.identity().isAdministrative(cognito)) {
            Identity.Reply reply = hooks.identity().handle(cognito,
                    Protocol.MAPPER.readTree(exchange.getRequestBody().readNBytes(RequestReader.MAX_BODY)));
            return new Answer(reply.status(), "application/x-amz-json-1.1", Protocol.json(reply.body()), Map.of(),
                    Answer.OK);
        }
        if (exchange.getRequestMethod().equals("GET")) {
            return hooks.identity().document(exchange.getRequestURI().getPath())
                    .map(Answer::json)
                    .orElseGet(() -> Protocol.JSON.error(
                            404, "NotFound", "The AWS endpoint of the laptop cloud takes calls"
                                    + " of the AWS SDKs and the AWS CLI."));
        }
        return switch (reader.read(exchange)) {
            case RequestReader.Read.Refused(Answer refused) -> refused;
            case RequestReader.Read.Call(AwsRequest request) -> serve(tampered(request));
        };
    }

    private AwsRequest tampered(AwsRequest request) {
        if (hooks.sabotage() == Sabotage.NONE || !(request.json() instanceof ObjectNode body)) {
            return request;
        }
        hooks.sabotage().tamper(request.caller().session(), request.operation(), body);
        return request.with(body);
    }

    private Answer serve(AwsRequest request) {
        Instant at = Instant.now();
        long start = System.nanoTime();
        Api api = Objects.requireNonNull(apis.get(request.service()), request.service());
        String session = request.caller().session();
        String resource = api.resource(request);
        Answer answer = guarded(api, request, session, resource);
        meter.count(session, request.service(), request.operation(), resource, answer.outcome());
        if (NOTED.contains(request.operation())) {
            hooks.journal().note(
                    new Journal.Hop(at, request.service(), session, resource, request.operation(), answer.outcome(),
                            (System.nanoTime() - start) / 1000, OrderIds.in(request.body())));
        }
        return answer;
    }

    private Answer guarded(Api api, AwsRequest request, String session, String resource) {
        Optional<String> refusal = api.refusal(request, policies);
        if (refusal.isPresent()) {
            hooks.denials().denied(refusal.get());
            return api.denied(request, refusal.get());
        }
        try {
            return served(api, request, hooks.faults().call(session, request.service(), request.operation(), resource));
        } catch (InterruptedException | RuntimeException e) {
            return request.refuse(500, INTERNAL_ERROR, "The laptop cloud failed: " + e);
        }
    }

    private static Answer served(Api api, AwsRequest request, CallFault fault) throws InterruptedException {
        if (!fault.delay().isZero()) {
            Thread.sleep(fault.delay());
        }
        return switch (fault.outcome()) {
            case Outcome.Served _ -> api.handle(request);
            case Outcome.Throttled(Spot spot) -> api.throttled(request, spot);
            case Outcome.Conflicted(Spot spot) -> api.conflicted(request, spot);
            case Outcome.Failed _ -> failed(request);
            case Outcome.FailedAfterCommit _ -> {
                api.handle(request);
                yield failed(request);
            }
            case Outcome.RequestLost _ -> Answer.lost("lost request");
            case Outcome.ReplyLost _ -> {
                api.handle(request);
                yield Answer.lost("lost reply");
            }
        };
    }

    private static Answer failed(AwsRequest request) {
        return request.refuse(500, INTERNAL_ERROR, "Internal server error");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (!answer.headers().containsKey("x-amzn-requestid")) {
            exchange.getResponseHeaders().set("x-amzn-RequestId", java.util.UUID.randomUUID().toString());
        }
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        // Closing the exchange itself would drop the connection where there is no body, and the next call would open
        // one.
        try (OutputStream out = exchange.getResponseBody()) {
            if (length > 0) {
                out.write(answer.body());
            }
        }
    }
}
