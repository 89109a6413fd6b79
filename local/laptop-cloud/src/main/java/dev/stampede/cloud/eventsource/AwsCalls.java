package dev.stampede.cloud.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.iam.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Calls to the AWS endpoint in the JSON protocols, in the name of one role.
final class AwsCalls {

    static final ObjectMapper JSON = new ObjectMapper();

    /// Longer than the longest poll (20 s).
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI endpoint;
    private final Credentials credentials;

    AwsCalls(HttpClient http, URI endpoint, Credentials credentials) {
        this.http = http;
        this.endpoint = endpoint;
        this.credentials = credentials;
    }

    /// The endpoint answered with an error; the message holds its code and sentence.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    JsonNode sqs(String operation, JsonNode request) throws InterruptedException {
        return call("sqs", "AmazonSQS." + operation, "application/x-amz-json-1.0", request);
    }

    JsonNode streams(String operation, JsonNode request) throws InterruptedException {
        return call("dynamodb", "DynamoDBStreams_20120810." + operation, "application/x-amz-json-1.0", request);
    }

    private JsonNode call(String service, String target, String contentType, JsonNode request)
            throws InterruptedException {
        try {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(endpoint)
                            .timeout(TIMEOUT)
                            .header("Content-Type", contentType)
                            .header("X-Amz-Target", target)
                            .header("X-Amz-Security-Token", credentials.sessionToken())
                            .header("Authorization", authorization(service))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new Refused(target + ": " + body.path("__type").asText() + " "
                        + body.path("message").asText(body.path("Message").asText()));
            }
            return body;
        } catch (IOException e) {
            throw new Refused(target + ": the AWS endpoint does not answer");
        }
    }

    /// Names the access key as Signature Version 4 does; the endpoint reads the role from it and checks no signature.
    private String authorization(String service) {
        return "AWS4-HMAC-SHA256 Credential=" + credentials.accessKeyId() + "/20260101/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0";
    }
}
