package dev.stampede.cloud.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.iam.Credentials;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.state.DiskWatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamDeliveryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 8;

    private final List<String> handled = new ArrayList<>();
    private final List<JsonNode> discarded = new ArrayList<>();
    private HttpServer queue;

    @BeforeEach
    void openQueue() throws IOException {
        queue = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        queue.createContext("/", exchange -> {
            discarded.add(JSON.readTree(JSON.readTree(exchange.getRequestBody()).get("MessageBody").asText()));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        queue.start();
    }

    @AfterEach
    void closeQueue() {
        queue.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void aRecordThatThrowsIsBisectedOutWhereverItStandsAndItsNeighboursPassInOrder(int poison) throws Exception {
        deliver(true, items -> {
            if (items.contains(Integer.toString(poison))) {
                return error();
            }
            handled.addAll(items);
            return success("{}");
        });

        assertThat(handled).containsExactlyElementsOf(numbersWithout(poison));
        assertThat(discarded).hasSize(1);
        assertThat(discarded.getFirst().at("/DDBStreamBatchInfo/startSequenceNumber").asText())
                .isEqualTo(Integer.toString(poison));
        assertThat(discarded.getFirst().at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void aRecordReportedAsFailedIsPassedOverWhereverItStandsAndItsNeighboursAreHandledOnce(int poison)
            throws Exception {
        deliver(true, items -> {
            for (String item : items) {
                if (item.equals(Integer.toString(poison))) {
                    return success("{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}".formatted(item));
                }
                handled.add(item);
            }
            return success("{\"batchItemFailures\":[]}");
        });

        assertThat(handled).containsExactlyElementsOf(numbersWithout(poison));
        assertThat(discarded).hasSize(1);
    }

    @Test
    void aPassingFailureIsTriedAgainAndNothingIsDiscarded() throws Exception {
        List<Invoker.Result> answers = new ArrayList<>(List.of(error()));
        deliver(false, items -> {
            if (!answers.isEmpty()) {
                return answers.removeFirst();
            }
            handled.addAll(items);
            return success("");
        });

        assertThat(handled).containsExactlyElementsOf(numbersWithout(-1));
        assertThat(discarded).isEmpty();
    }

    @Test
    void withoutBisectingTheWholeBatchIsPassedOverAfterTheRetries() throws Exception {
        deliver(false, _ -> error());

        assertThat(discarded).hasSize(1);
        assertThat(discarded.getFirst().at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(BATCH);
        assertThat(discarded.getFirst().at("/requestContext/condition").asText()).isEqualTo("RetryAttemptsExhausted");
    }

    @Test
    void aResponseThatNamesAnUnknownRecordFailsTheWholeBatch() throws Exception {
        deliver(false, _ -> success("{\"batchItemFailures\":[{\"itemIdentifier\":\"nobody\"}]}"));

        assertThat(discarded).hasSize(1);
    }

    private void deliver(boolean bisect, Function<List<String>, Invoker.Result> function) throws Exception {
        ObjectNode properties = JSON.createObjectNode()
                .put("FunctionName", "Publisher")
                .put("EventSourceArn", "arn:aws:dynamodb:us-east-1:000000000000:table/Orders/stream/local")
                .put("BisectBatchOnFunctionError", bisect)
                .put("MaximumRetryAttempts", 1);
        properties.putArray("FunctionResponseTypes").add("ReportBatchItemFailures");
        properties.putObject("DestinationConfig").putObject("OnFailure")
                .put("Destination", "arn:aws:sqs:us-east-1:000000000000:StreamDeadLetters");
        Resource mapping = new Resource("S", "Feed", "AWS::Lambda::EventSourceMapping", "Feed", "Feed", "", properties);
        Invoker invoker = (_, payload) -> CompletableFuture.completedFuture(function.apply(sequenceNumbers(payload)));
        AwsCalls aws = new AwsCalls(HttpClient.newHttpClient(),
                URI.create("http://127.0.0.1:" + queue.getAddress().getPort()), new Credentials("k", "s", "t"));
        EventSources.Settings settings = new EventSources.Settings(
                Optional.of(Duration.ofMillis(1)), _ -> {}, _ -> {}, new FaultInjector(), DiskWatch.none());
        new StreamDelivery(mapping, invoker, aws, settings).deliver("shard-0", IntStream.range(0, BATCH)
                .mapToObj(StreamDeliveryTest::item)
                .toList());
    }

    private static List<String> sequenceNumbers(byte[] payload) {
        try {
            return JSON.readTree(payload).get("Records").valueStream().map(StreamSource::sequenceNumber).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ObjectNode item(int number) {
        ObjectNode item = JSON.createObjectNode();
        item.putObject("dynamodb")
                .put("SequenceNumber", Integer.toString(number))
                .put("ApproximateCreationDateTime", java.time.Instant.now().getEpochSecond());
        return item;
    }

    private static List<String> numbersWithout(int poison) {
        return IntStream.range(0, BATCH).filter(number -> number != poison).mapToObj(Integer::toString).toList();
    }

    private static Invoker.Result success(String payload) {
        return new Invoker.Result.Success(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Invoker.Result error() {
        return new Invoker.Result.FunctionError("{}".getBytes(StandardCharsets.UTF_8));
    }
}
