package dev.stampede.cloud.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The API's own CORS configuration; with it the headers that a function sends for CORS are ignored
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html).
final class Cors {

    private final JsonNode configuration;

    Cors(JsonNode configuration) {
        this.configuration = configuration;
    }

    /// The answer to a preflight request, which never reaches a route; nothing for any other request.
    Optional<Response> preflight(Request request) {
        if (configuration.isMissingNode() || !request.method().equals("OPTIONS")) {
            return Optional.empty();
        }
        if (request.header("access-control-request-method").isEmpty()) {
            return Optional.of(Response.empty(204));
        }
        return Optional.of(allowedOrigin(request).map(origin -> {
            Map<String, List<String>> headers = new TreeMap<>(origin);
            joined("AllowMethods").ifPresent(methods -> headers.put("access-control-allow-methods", List.of(methods)));
            joined("AllowHeaders").ifPresent(names -> headers.put("access-control-allow-headers", List.of(names)));
            if (configuration.has("MaxAge")) {
                headers.put("access-control-max-age", List.of(configuration.get("MaxAge").asText()));
            }
            return Response.empty(204).with(headers);
        }).orElseGet(() -> Response.empty(204)));
    }

    Response decorate(Request request, Response response) {
        if (configuration.isMissingNode()) {
            return response;
        }
        Map<String, List<String>> headers = new TreeMap<>(response.headers());
        if (!request.method().equals("OPTIONS")) {
            headers.keySet().removeIf(name -> name.startsWith("access-control-"));
            allowedOrigin(request).ifPresent(origin -> {
                headers.putAll(origin);
                joined("ExposeHeaders")
                        .ifPresent(names -> headers.put("access-control-expose-headers", List.of(names)));
            });
        }
        return new Response(response.status(), headers, response.body());
    }

    private Optional<Map<String, List<String>>> allowedOrigin(Request request) {
        return request.header("origin").flatMap(this::echo).map(origin -> {
            Map<String, List<String>> headers = new TreeMap<>(Map.of("access-control-allow-origin", List.of(origin)));
            if (configuration.path("AllowCredentials").asBoolean()) {
                headers.put("access-control-allow-credentials", List.of("true"));
            }
            return headers;
        });
    }

    private Optional<String> echo(String origin) {
        List<String> allowed = texts("AllowOrigins");
        if (allowed.contains("*")) {
            return Optional.of("*");
        }
        boolean ofScheme = allowed.stream()
                .anyMatch(each -> each.endsWith("://*") && origin.startsWith(each.substring(0, each.length() - 1)));
        return ofScheme || allowed.contains(origin) ? Optional.of(origin) : Optional.empty();
    }

    private Optional<String> joined(String property) {
        return texts(property).isEmpty() ? Optional.empty() : Optional.of(String.join(",", texts(property)));
    }

    private List<String> texts(String property) {
        return StreamSupport.stream(configuration.path(property).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toList());
    }
}
