package dev.stampede.verification.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.LaptopCloud;
import dev.stampede.cloud.cognito.DemoUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// Calls the shop's HTTP API as a client, and the AWS endpoint as an operator.
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    /// Longer than API Gateway waits for a function.
    private static final Duration TIMEOUT = Duration.ofSeconds(35);
    private static final String OPERATOR =
            "AWS4-HMAC-SHA256 Credential=operator/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0";

    private final LaptopCloud cloud;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Client(LaptopCloud cloud) {
        this.cloud = cloud;
    }

    /// @param status 0 where no answer came
    record Reply(int status, JsonNode body) {

        /// Whether the outcome is known. After a server error or a lost connection the request may or may not have had
        /// its effect, and a throttled one should be sent again.
        boolean isDefinite() {
            return status >= 200 && status < 500 && status != 429;
        }

        boolean isDone() {
            return status >= 200 && status < 300;
        }

        JsonNode data() {
            return body.path("data");
        }

        String code() {
            return body.at("/error/code").asText();
        }

        @Override
        public String toString() {
            return status == 0 ? body.asText() : status + " " + code();
        }
    }

    Reply get(String path, String... headers) throws InterruptedException {
        return send(request(path, headers).GET().build());
    }

    Reply post(String path, String body, String... headers) throws InterruptedException {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /// @return the user's ID token
    String signIn(DemoUser user) throws InterruptedException {
        String client = get("/config.json").body().path("userPoolClientId").asText();
        JsonNode answer = aws("AWSCognitoIdentityProviderService.InitiateAuth", Map.of(
                "AuthFlow", "USER_PASSWORD_AUTH",
                "ClientId", client,
                "AuthParameters", Map.of("USERNAME", user.email(), "PASSWORD", user.password())));
        return answer.at("/AuthenticationResult/IdToken").asText();
    }

    /// One call of the AWS endpoint in its JSON protocol.
    JsonNode aws(String target, Map<String, Object> body) throws InterruptedException {
        return awsCall(HttpRequest.newBuilder(cloud.awsEndpoint())
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.0"), JSON.valueToTree(body).toString());
    }

    /// Invokes a function asynchronously, as `aws lambda invoke --invocation-type Event` does.
    void invoke(String function, String event) throws InterruptedException {
        URI invocations = cloud.awsEndpoint().resolve("/2015-03-31/functions/" + function + "/invocations");
        awsCall(HttpRequest.newBuilder(invocations).header("X-Amz-Invocation-Type", "Event"), event);
    }

    URI queue(String name) {
        return cloud.awsEndpoint().resolve("/000000000000/" + name);
    }

    private JsonNode awsCall(HttpRequest.Builder request, String body) throws InterruptedException {
        Reply reply = send(request.header("Authorization", OPERATOR)
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (!reply.isDone()) {
            throw new IllegalStateException("The AWS endpoint answered " + reply.status() + " " + reply.body());
        }
        return reply.body();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(cloud.site().resolve(path)).timeout(TIMEOUT);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Reply send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), tree(response.body()));
        } catch (IOException e) {
            return new Reply(0, JSON.getNodeFactory().textNode("no answer: " + e));
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.getNodeFactory().textNode(new String(body, StandardCharsets.UTF_8));
        }
    }
}
