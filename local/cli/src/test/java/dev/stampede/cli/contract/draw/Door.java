package dev.stampede.cli.contract.draw;

import dev.stampede.cloud.apigateway.HttpApi;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An API of the template in this JVM: what stands before its functions, without a socket.
public final class Door {

    /// @param path    percent-encoded, without the query
    /// @param headers by lower-cased name
    public record Ask(String method, String path, String query, Map<String, String> headers, byte[] body,
            String from) {}

    public record Told(int status, Map<String, List<String>> headers, byte[] body) {}

    private final HttpApi api;

    public Door(HttpApi api) {
        this.api = api;
    }

    public Told ask(Ask ask) {
        Response response = api.answer(new Request(
                ask.method, ask.path, ask.query, new TreeMap<>(ask.headers), ask.body, ask.from));
        return new Told(response.status(), response.headers(), response.body());
    }
}
