package dev.stampede.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Calls one engine.
final class EngineClient implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String JSON_TYPE = "application/x-amz-json-1.0";

    /// Longer than the longest poll (20 s).
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String base;
    private final String authorization;

    EngineClient(int port, String service) {
        this.base = "http://127.0.0.1:" + port;
        this.authorization = "AWS4-HMAC-SHA256 Credential=stampede/20260101/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0";
    }

    /// @param target the header `X-Amz-Target`; empty in the query protocol
    Reply send(String path, String target, String contentType, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Content-Type", contentType)
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!target.isEmpty()) {
            request.header("X-Amz-Target", target);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(contentType),
                    Stream.of("x-amzn-requestid", "x-amzn-query-error")
                            .filter(name -> response.headers().firstValue(name).isPresent())
                            .collect(Collectors.toMap(name -> name, name -> response.headers().firstValue(name)
                                    .get())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an engine answered", e);
        }
    }

    /// @throws EngineException when the engine refuses
    JsonNode call(String target, Object body) {
        try {
            Reply reply = send("/", target, JSON_TYPE, JSON.writeValueAsBytes(body));
            JsonNode answer = reply.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(reply.body());
            if (reply.status() != 200) {
                String code = answer.path("__type").asText().replaceFirst("^.*#", "");
                throw new EngineException(code, target + ": " + code + " "
                        + answer.path("message").asText(answer.path("Message").asText()));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
