package dev.stampede.cloud.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Between the JDK's server and our requests and responses.
public final class Exchanges {

    /// One byte more than the API takes is enough to refuse the request.
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024 + 1;
    /// An upload is read to its end, so that the viewer sees the answer and no broken connection; up to here.
    private static final long MAX_DRAINED_BYTES = 64L * 1024 * 1024;

    private Exchanges() {}

    public static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lowerCased = name.toLowerCase(Locale.ROOT);
            headers.put(lowerCased, String.join(lowerCased.equals("cookie") ? "; " : ",", values));
        });
        return new Request(
                exchange.getRequestMethod(),
                path(exchange),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                headers,
                body(exchange.getRequestBody()),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    /// The path as it was sent, still percent-encoded. To [URI] what follows two slashes is a host, but here it is none.
    public static String path(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        String path = uri.getScheme() == null ? uri.toString().split("[?#]", 2)[0] : uri.getRawPath();
        return path != null && path.startsWith("/") ? path : "/";
    }

    public static void send(HttpExchange exchange, Response response) throws IOException {
        exchange.getResponseHeaders().putAll(response.headers());
        byte[] body = response.body();
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        if (bodiless && body.length > 0) {
            exchange.getResponseHeaders().set("content-length", String.valueOf(body.length));
        }
        exchange.sendResponseHeaders(response.status(), bodiless ? -1 : body.length);
        // Closing the exchange itself would drop the connection where there is no body.
        try (OutputStream out = exchange.getResponseBody()) {
            if (!bodiless) {
                out.write(body);
            }
        }
    }

    private static byte[] body(InputStream stream) throws IOException {
        byte[] body = stream.readNBytes(MAX_BODY_BYTES);
        if (body.length == MAX_BODY_BYTES) {
            byte[] buffer = new byte[64 * 1024];
            int count;
            long drained = 0;
            while (drained < MAX_DRAINED_BYTES && (count = stream.read(buffer)) >= 0) {
                drained += count;
            }
        }
        return body;
    }
}
