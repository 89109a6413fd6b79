package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The whole cloud is killed in the middle of a burst, again and again, with a message on the way that becomes a dead
/// letter.
@Tag("whole-flow")
class KilledCloudFlowTest {

    private static final int BURST = 200;
    private static final int BUYERS_AT_ONCE = 16;
    private static final String SKU = "rtx-4090";
    /// By hand more of them: `-Dkill.rounds=10`.
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);

    private record Accepted(String orderId, String receiptToken) {}

    @TempDir
    private Path state;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();

    @Test
    void noOrderThatWasAcceptedIsLostHoweverOftenTheCloudIsKilled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UpProcess up = UpProcess.start(state).awaitOpen();
            sqs(up, sqs -> sqs
                    .sendMessage(send -> send.queueUrl(queue(up, "OrdersQueue")).messageBody("{\"poison\":true}")));
            burst(up, accepted.size() + ThreadLocalRandom.current().nextInt(10, BURST - 20));
        }
        UpProcess up = UpProcess.start(state).awaitOpen();
        try {
            assertThat(accepted).hasSizeGreaterThan(ROUNDS * 10);
            for (Accepted order : accepted) {
                await().atMost(Shop.PATIENCE).pollInterval(Duration.ofMillis(200))
                        .untilAsserted(() -> assertThat(status(up, order)).as("the status of " + order.orderId())
                                .isNotEqualTo("PENDING"));
            }
            await().atMost(Shop.PATIENCE).pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(deadLetters(up)).as("dead letters").isEqualTo(ROUNDS));
        } finally {
            up.kill();
        }
    }

    /// Orders until the cloud is killed, which it is once so many have been accepted.
    private void burst(UpProcess up, int enough) throws InterruptedException {
        try (ExecutorService buyers = Executors.newFixedThreadPool(BUYERS_AT_ONCE)) {
            IntStream.range(0, BURST).forEach(_ -> buyers.execute(() -> buy(up, enough)));
        }
        up.kill();
    }

    private void buy(UpProcess up, int enough) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(up.site() + "/api/orders"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"cart": [{"id": "%s", "quantity": 1}], "customerEmail": "buyer-%s@example.com"}"""
                        .formatted(SKU, UUID.randomUUID())))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 202) {
                JsonNode data = Shop.JSON.readTree(response.body()).path("data");
                accepted.add(new Accepted(data.path("orderId").asText(), data.path("receiptToken").asText()));
                if (accepted.size() == enough) {
                    up.process().destroyForcibly();
                }
            }
        } catch (IOException e) {
            // Killed, it answers nobody; whoever got no answer was promised nothing.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String status(UpProcess up, Accepted order) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(up.site() + "/api/orders/" + order.orderId()))
                        .header("X-Receipt-Token", order.receiptToken())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Shop.JSON.readTree(response.body()).at("/data/status").asText();
    }

    private static int deadLetters(UpProcess up) {
        return sqs(up, sqs -> Integer.parseInt(sqs.getQueueAttributes(get -> get
                .queueUrl(queue(up, "OrdersDeadLetters"))
                .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)));
    }

    private static String queue(UpProcess up, String name) {
        return up.awsEndpoint() + "/000000000000/" + name;
    }

    private static <T> T sqs(UpProcess up, Function<SqsClient, T> call) {
        try (SqsClient sqs = SqsClient.builder()
                .endpointOverride(URI.create(up.awsEndpoint()))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("operator", "operator")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            return call.apply(sqs);
        }
    }
}
