package dev.stampede.cloud.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudfront.EdgeFunction.Outcome.Answered;
import dev.stampede.cloud.cloudfront.EdgeFunction.Outcome.Forwarded;
import dev.stampede.cloud.http.Origin;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A cache behavior of the distribution, without the cache: which requests it is for and what it does with them.
///
/// @param paths         a pattern
/// @param originHeaders by lower-cased name, in the place of what the viewer sends under it
/// @param compresses whether it compresses for viewers that accept it
/// @param rootObject the file for `/`; empty where there is none
record Behavior(
        String paths,
        List<String> methods,
        Optional<EdgeFunction> viewerRequest,
        Origin origin,
        String originPath,
        Map<String, String> originHeaders,
        boolean compresses,
        SecurityHeaders headers,
        String rootObject) {

    private static final List<String> READS = List.of("GET", "HEAD");

    static List<String> methods(JsonNode behavior) {
        List<String> methods = StreamSupport.stream(behavior.path("AllowedMethods").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return methods.isEmpty() ? READS : methods;
    }

    /// The pattern is matched letter by letter: `/API/*` is another one than `/api/*`.
    static String paths(JsonNode behavior) {
        String pattern = behavior.path("PathPattern").asText("*");
        return pattern.startsWith("/") || pattern.startsWith("*") ? pattern : "/" + pattern;
    }

    Response answer(Request request) {
        Response response = methods.contains(request.method())
                ? functionThenOrigin(request)
                : EdgeError.response(403,
                        "This distribution is not configured to allow the HTTP request method that was used for this request.");
        return headers.apply(compresses ? Compression.apply(request, response) : response);
    }

    private Response functionThenOrigin(Request request) {
        return viewerRequest.map(function -> switch (function.viewerRequest(request)) {
            case Forwarded(Request forwarded) -> ask(forwarded);
            case Answered(Response answer) -> answer;
        }).orElseGet(() -> ask(request));
    }

    private Response ask(Request request) {
        String path = request.path().equals("/") && !rootObject.isEmpty() ? "/" + rootObject : request.path();
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.putAll(originHeaders);
        // What a viewer claims stays, and the viewer comes after it.
        headers.merge("x-forwarded-for", request.sourceIp(), (claimed, viewer) -> claimed + ", " + viewer);
        return origin.answer(request.withPath(originPath + path).withHeaders(headers));
    }
}
