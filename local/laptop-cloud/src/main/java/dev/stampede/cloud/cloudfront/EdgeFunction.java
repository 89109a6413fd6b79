package dev.stampede.cloud.cloudfront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.ScriptableObject;

/// A CloudFront Function, run from the template's own text
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html).
final class EdgeFunction {

    sealed interface Outcome {
        /// The request goes on, maybe to another path.
        record Forwarded(Request request) implements Outcome {}

        record Answered(Response response) implements Outcome {}
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final String domain;
    private final Script code;
    private final Script call;

    /// @param domain of the distribution that runs it
    EdgeFunction(Resource function, String domain) {
        this.domain = domain;
        this.name = function.logicalId();
        this.code = compile(function.text("FunctionCode"));
        // The event passes as text, so that the script sees plain objects of its own.
        this.call = compile("JSON.stringify(handler(JSON.parse(eventText)))");
    }

    Outcome viewerRequest(Request request) {
        try (Context context = context()) {
            ScriptableObject scope = context.initSafeStandardObjects();
            code.exec(context, scope, scope);
            ScriptableObject.putProperty(scope, "eventText", event(request).toString());
            JsonNode result = JSON.readTree(Context.toString(call.exec(context, scope, scope)));
            return result.has("statusCode")
                    ? new Outcome.Answered(answered(result))
                    : new Outcome.Forwarded(forwarded(request, result));
        } catch (RhinoException | JsonProcessingException e) {
            return new Outcome.Answered(EdgeError.response(503, "The CloudFront function " + name
                    + " associated with the distribution failed: " + e.getMessage()));
        }
    }

    private Script compile(String source) {
        try (Context context = context()) {
            return context.compileString(source, name, 1, null);
        }
    }

    private static Context context() {
        Context context = Context.enter();
        context.setLanguageVersion(Context.VERSION_ES6);
        context.setInterpretedMode(true);
        return context;
    }

    private ObjectNode event(Request request) {
        ObjectNode event = JSON.createObjectNode().put("version", "1.0");
        event.putObject("context").put("distributionDomainName", domain).put("eventType", "viewer-request");
        event.putObject("viewer").put("ip", request.sourceIp());
        ObjectNode forwarded = event.putObject("request")
                .put("method", request.method())
                .put("uri", request.path());
        ObjectNode query = forwarded.putObject("querystring");
        Arrays.stream(request.query().split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> query.putObject(pair[0]).put("value", pair.length > 1 ? pair[1] : ""));
        ObjectNode headers = forwarded.putObject("headers");
        ObjectNode cookies = forwarded.putObject("cookies");
        request.headers().forEach((header, value) -> {
            if (!header.equals("cookie")) {
                headers.putObject(header).put("value", value);
            }
        });
        Arrays.stream(request.header("cookie").orElse("").split(";"))
                .map(cookie -> cookie.strip().split("=", 2))
                .filter(cookie -> cookie.length == 2)
                .forEach(cookie -> cookies.putObject(cookie[0]).put("value", cookie[1]));
        return event;
    }

    private Request forwarded(Request request, JsonNode result) {
        Map<String, String> headers = new TreeMap<>();
        request.header("cookie").ifPresent(cookie -> headers.put("cookie", cookie));
        result.path("headers").properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().path("value").asText()));
        String query = result.path("querystring").properties().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue().path("value").asText())
                .collect(Collectors.joining("&"));
        boolean sameQuery = result.path("querystring").equals(event(request).at("/request/querystring"));
        return request.withPath(result.path("uri").asText(request.path()))
                .withQuery(sameQuery ? request.query() : query)
                .withHeaders(headers);
    }

    private static Response answered(JsonNode result) {
        JsonNode body = result.path("body");
        Map<String, List<String>> headers = new TreeMap<>();
        result.path("headers").properties()
                .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().path("value").asText())));
        String text = body.isTextual() ? body.asText() : body.path("data").asText();
        return Response.of(result.get("statusCode").asInt(), "text/html", text).with(headers);
    }
}
