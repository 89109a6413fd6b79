package dev.stampede.cloud.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.stampede.cloud.cognito.Identity;
import dev.stampede.cloud.http.Exchanges;
import dev.stampede.cloud.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/// Cognito's public operations for the pages of this site: on the site's own origin, because a page's policy would not
/// let it call the AWS endpoint. This machine's pages on other ports may call it too, as any may in AWS.
public final class CognitoPage implements HttpHandler {

    /// Where it is mounted, and what `config.json` says.
    public static final String PATH = "/_local/cognito";

    private static final String TARGET = "AWSCognitoIdentityProviderService.";
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final int MAX_BYTES = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BiFunction<String, JsonNode, Identity.Reply> operations;

    /// @param operations answers an operation, such as `InitiateAuth`, without asking who calls
    public CognitoPage(BiFunction<String, JsonNode, Identity.Reply> operations) {
        this.operations = operations;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Response response = switch (exchange.getRequestMethod()) {
            case "POST" -> operation(exchange);
            case "OPTIONS" -> Response.empty(200)
                    .with("access-control-allow-methods", "POST")
                    .with("access-control-allow-headers", "content-type,x-amz-target,x-amz-user-agent")
                    .with("access-control-max-age", "172800");
            default -> Response.of(405, "text/plain", "POST an operation of Cognito\n").with("allow", "POST, OPTIONS");
        };
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        Exchanges.send(exchange, (origin == null ? response : response.with("access-control-allow-origin", origin))
                .with("vary", "origin")
                .with("cache-control", "no-store"));
    }

    private Response operation(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
        if (target == null || !target.startsWith(TARGET) || body.length > MAX_BYTES) {
            return refusal("UnknownOperationException", "POST at most 64 KB with the header X-Amz-Target: "
                    + TARGET + "InitiateAuth, or another operation.");
        }
        try {
            JsonNode request = JSON.readTree(body);
            if (!request.isObject()) {
                return refusal("SerializationException", "The body is no JSON object.");
            }
            Identity.Reply reply = operations.apply(target.substring(TARGET.length()), request);
            return Response.of(reply.status(), CONTENT_TYPE, reply.body().toString().getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException _) {
            return refusal("SerializationException", "The body is no JSON object.");
        }
    }

    private static Response refusal(String type, String message) {
        return Response.of(400, CONTENT_TYPE,
                JSON.createObjectNode().put("__type", type).put("message", message).toString());
    }
}
