package dev.stampede.lambda;

import dev.stampede.model.wire.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/// Runs one HTTP request: reads the event, lets the function answer, writes the response. What the function did not
/// foresee is logged and answered with a blank 500: no exception text leaves the function.
public final class HttpEdge {

    private HttpEdge() {}

    public static void serve(InputStream in, OutputStream out, Function<HttpRequest, HttpResponse> answer) {
        Json.write(respond(in, answer).toEvent(), out);
    }

    private static HttpResponse respond(InputStream in, Function<HttpRequest, HttpResponse> answer) {
        try {
            return answer.apply(HttpRequest.from(Json.readObject(in)));
        } catch (RuntimeException e) {
            Log.error("request failed", e);
            return HttpResponse.problem(500, "INTERNAL", "Something went wrong on our side. Please try again.");
        }
    }
}
