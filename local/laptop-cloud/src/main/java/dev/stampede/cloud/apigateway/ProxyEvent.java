package dev.stampede.cloud.apigateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.apigateway.JwtAuthorizer.Verdict.Accepted;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// The event that a function gets, payload format 2.0
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html). What is
/// not there is left out, as AWS does.
///
/// @param variables the variables of the route's path
record ProxyEvent(
        Request request,
        String apiId,
        Stage stage,
        RouteKey route,
        Map<String, String> variables,
        Optional<Accepted> identity,
        String requestId,
        Instant now) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    byte[] toJson() {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", route.text())
                .put("rawPath", path())
                .put("rawQueryString", request.query());
        request.header("cookie").ifPresent(cookies -> Arrays.stream(cookies.split(";")).map(String::strip)
                .forEach(event.withArray("cookies")::add));
        put(event, "headers", headers());
        putUnlessEmpty(event, "queryStringParameters", queryParameters());
        event.set("requestContext", context());
        putUnlessEmpty(event, "pathParameters", variables);
        putUnlessEmpty(event, "stageVariables", stage.variables());
        return EventBody.of(request).putInto(event).toString().getBytes(StandardCharsets.UTF_8);
    }

    /// An HTTP API decodes the path; the stage's name stays in it.
    private String path() {
        return Request.decodePath(request.path());
    }

    private String domain() {
        return apiId + ".execute-api." + Template.REGION + ".amazonaws.com";
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.remove("cookie");
        // An HTTP API is known by its own name only, whatever the shopper typed.
        headers.put("host", domain());
        headers.put("x-forwarded-for", request.header("x-forwarded-for").map(first -> first + ", ").orElse("")
                + request.sourceIp());
        headers.put("x-forwarded-port", "443");
        headers.put("x-forwarded-proto", "https");
        headers.computeIfAbsent("x-amzn-trace-id", _ -> "Root=1-%08x-%s".formatted(now.getEpochSecond(),
                UUID.randomUUID().toString().replace("-", "").substring(0, 24)));
        return headers;
    }

    private Map<String, String> queryParameters() {
        if (request.query().isEmpty()) {
            return Map.of();
        }
        return Arrays.stream(request.query().split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> decode(pair[0]), pair -> pair.length > 1 ? decode(pair[1]) : "",
                        (first, second) -> first + "," + second, TreeMap::new));
    }

    private ObjectNode context() {
        ObjectNode context = JSON.createObjectNode().put("accountId", Template.ACCOUNT).put("apiId", apiId);
        identity.ifPresent(accepted -> {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            ObjectNode claims = jwt.putObject("claims");
            accepted.claims().forEach((name, value) -> claims.put(name, text(value)));
            if (accepted.scopes().isEmpty()) {
                jwt.putNull("scopes");
            } else {
                accepted.scopes().forEach(jwt.withArray("scopes")::add);
            }
        });
        context.put("domainName", domain()).put("domainPrefix", apiId);
        context.putObject("http")
                .put("method", request.method())
                .put("path", path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent").orElse(""));
        return context.put("requestId", requestId)
                .put("routeKey", route.text())
                .put("stage", stage.name())
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    /// Every claim becomes text; a list becomes `[a b]`.
    private static String text(Object claim) {
        return claim instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
                : String.valueOf(claim);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static void put(ObjectNode event, String name, Map<String, String> texts) {
        texts.forEach(event.putObject(name)::put);
    }

    private static void putUnlessEmpty(ObjectNode event, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            put(event, name, texts);
        }
    }
}
