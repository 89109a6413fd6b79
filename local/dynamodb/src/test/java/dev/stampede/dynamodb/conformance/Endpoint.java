package dev.stampede.dynamodb.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.DynamoDb.Settings;
import dev.stampede.dynamodb.http.DynamoDbServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.function.Consumer;

/// Where the requests go: to an engine of the suite's own, or to what `-Ddynamodb.endpoint` names.
final class Endpoint {

    private static final String GIVEN = System.getProperty("dynamodb.endpoint", "");
    private static final Set<String> OF_STREAMS =
            Set.of("ListStreams", "DescribeStream", "GetShardIterator", "GetRecords");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// The engine of the suite's own and its clock, for claims about days; null where the endpoint is somebody else's.
    static final MovedClock CLOCK = GIVEN.isEmpty() ? new MovedClock() : null;

    static final DynamoDb ENGINE = GIVEN.isEmpty() ? engine() : null;

    static final URI URI = GIVEN.isEmpty() ? start() : java.net.URI.create(GIVEN);

    private Endpoint() {}

    private static DynamoDb engine() {
        return DynamoDb.inMemory(new Settings(CLOCK, "us-east-1", "000000000000", false, System.err::println));
    }

    /// It ends with the tests' JVM.
    private static URI start() {
        try {
            return DynamoDbServer.start(ENGINE, 0, false).endpoint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The answer to a call that has to succeed.
    static ObjectNode call(String operation, ObjectNode request) {
        HttpResponse<String> response = send(operation, request.toString(), _ -> {});
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().isEmpty() ? Json.object("{}") : Json.object(response.body());
    }

    static ObjectNode call(String operation, String request) {
        return call(operation, Json.object(request));
    }

    /// The error of a call that has to be refused.
    static Refusal refused(String operation, ObjectNode request) {
        HttpResponse<String> response = send(operation, request.toString(), _ -> {});
        assertThat(response.statusCode()).as(response.body()).isNotEqualTo(200);
        return Refusal.of(response.statusCode(), Json.json(response.body()));
    }

    static Refusal refused(String operation, String request) {
        return refused(operation, Json.object(request));
    }

    /// @param more adds headers
    static HttpResponse<String> send(String operation, String body, Consumer<HttpRequest.Builder> more) {
        String target =
                (OF_STREAMS.contains(operation) ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.") + operation;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI)
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", target);
        Signature.sign(request, URI, target, body.getBytes(UTF_8));
        more.accept(request);
        return send(request.build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> reader) {
        try {
            return CLIENT.send(request, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
