package dev.stampede.cloud.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads what a function answered: with a `statusCode` a whole response, without one the body of a 200
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
final class ProxyResponse {

    private static final ObjectMapper JSON = new ObjectMapper();
    /// The gateway writes these itself.
    private static final Set<String> OWN_HEADERS =
            Set.of("content-length", "connection", "keep-alive", "transfer-encoding", "upgrade", "date");

    private ProxyResponse() {}

    /// Nothing when the gateway cannot make a response of it.
    static Optional<Response> of(byte[] payload) {
        try {
            JsonNode answer = JSON.readTree(payload);
            return answer.isObject() && answer.has("statusCode")
                    ? structured(answer)
                    : Optional.of(Response.of(200, "application/json", inferred(answer, payload)));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte[] inferred(JsonNode answer, byte[] payload) {
        return answer.isTextual() ? answer.asText().getBytes(StandardCharsets.UTF_8) : payload;
    }

    private static Optional<Response> structured(JsonNode answer) {
        int status = answer.get("statusCode").asInt(0);
        JsonNode body = answer.path("body");
        JsonNode headers = answer.path("headers");
        boolean wellFormed = status >= 200 && status <= 599
                && (body.isTextual() || body.isNull() || body.isMissingNode())
                && (headers.isObject() || headers.isNull() || headers.isMissingNode());
        if (!wellFormed) {
            return Optional.empty();
        }
        Map<String, List<String>> all = new TreeMap<>();
        all.put("content-type", List.of("text/plain;charset=UTF-8"));
        headers.properties().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!OWN_HEADERS.contains(name)) {
                all.put(name, List.of(header.getValue().asText()));
            }
        });
        List<String> cookies = answer.path("cookies").valueStream().map(JsonNode::asText).toList();
        if (!cookies.isEmpty()) {
            all.put("set-cookie", cookies);
        }
        byte[] bytes = answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body.asText(""))
                : body.asText("").getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Response(status, all, bytes));
    }
}
