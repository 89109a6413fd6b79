package dev.stampede.cloud.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// A request as it came.
///
/// @param path    still percent-encoded, without the query
/// @param query   without the question mark; empty when there is none
/// @param headers by lower-cased name, several values joined by commas (cookies by semicolons)
public record Request(String method, String path, String query, Map<String, String> headers, byte[] body,
        String sourceIp) {

    public Request {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Request withPath(String newPath) {
        return new Request(method, newPath, query, headers, body, sourceIp);
    }

    public Request withQuery(String newQuery) {
        return new Request(method, path, newQuery, headers, body, sourceIp);
    }

    public Request withHeaders(Map<String, String> newHeaders) {
        return new Request(method, path, query, newHeaders, body, sourceIp);
    }

    /// What counts against the limits on a request's head: the request line and the headers, in bytes.
    public int headSize() {
        int lines = headers.entrySet().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + 4)
                .sum();
        return method.length() + path.length() + query.length() + lines;
    }

    /// Decodes percent signs; a plus stays a plus, as it does in a path. What is not valid stays as it is.
    public static String decodePath(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return path;
        }
    }
}
