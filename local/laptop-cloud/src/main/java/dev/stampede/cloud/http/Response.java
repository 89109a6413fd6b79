package dev.stampede.cloud.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An answer.
///
/// @param headers by lower-cased name
public record Response(int status, Map<String, List<String>> headers, byte[] body) {

    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Map.of("content-type", List.of(contentType)), body);
    }

    public static Response of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    /// An answer that API Gateway makes itself.
    public static Response gateway(int status, String message) {
        return of(status, "application/json", "{\"message\":\"" + message + "\"}");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    public Response with(String name, String value) {
        return with(Map.of(name, List.of(value)));
    }

    /// These headers take the place of those of the same name.
    public Response with(Map<String, List<String>> others) {
        Map<String, List<String>> all = new TreeMap<>(headers);
        all.putAll(others);
        return new Response(status, all, body);
    }

    public Response withBody(byte[] newBody) {
        return new Response(status, headers, newBody);
    }
}
