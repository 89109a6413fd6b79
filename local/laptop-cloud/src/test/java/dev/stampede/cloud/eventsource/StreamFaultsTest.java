package dev.stampede.cloud.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.AwsEndpoint;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.fault.FaultPlan;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.state.DiskWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One table, its stream and one function, the real engine behind the endpoint.
class StreamFaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TEMPLATE =
            """
                    {"Resources":{
                      "Orders":{"Type":"AWS::DynamoDB::Table","Properties":{"BillingMode":"PAY_PER_REQUEST",
                        "KeySchema":[{"AttributeName":"orderId","KeyType":"HASH"}],
                        "AttributeDefinitions":[{"AttributeName":"orderId","AttributeType":"S"}],
                        "StreamSpecification":{"StreamViewType":"NEW_AND_OLD_IMAGES"}}},
                      "WorkerRole":{"Type":"AWS::IAM::Role"},
                      "WorkerPolicy":{"Type":"AWS::IAM::Policy","Properties":{"Roles":[{"Ref":"WorkerRole"}],"PolicyDocument":{
                        "Statement":[{"Effect":"Allow","Action":"dynamodb:*","Resource":{"Fn::GetAtt":["Orders","StreamArn"]}}]}}},
                      "Worker":{"Type":"AWS::Lambda::Function","Properties":{"Role":{"Fn::GetAtt":["WorkerRole","Arn"]}}},
                      "Feed":{"Type":"AWS::Lambda::EventSourceMapping","Properties":{"BatchSize":100,
                        "EventSourceArn":{"Fn::GetAtt":["Orders","StreamArn"]},"FunctionName":{"Ref":"Worker"},
                        "StartingPosition":"TRIM_HORIZON"}}}}""";

    private final FaultInjector faults = new FaultInjector();
    /// The versions of the items that came, such as `a1`, in the order they came.
    private final List<String> came = new CopyOnWriteArrayList<>();
    private AwsEndpoint endpoint;
    private EventSources sources;
    private DynamoDbClient dynamoDb;

    @BeforeEach
    void start(@TempDir Path assembly) throws IOException {
        Files.writeString(assembly.resolve("S.template.json"), TEMPLATE);
        Files.writeString(assembly.resolve("manifest.json"),
                """
                        {"artifacts":{"S":{"type":"aws:cloudformation:stack","properties":{"templateFile":"S.template.json"}}}}""");
        int port = freePort();
        Template template = Template.read(assembly, new Template.Addresses(
                URI.create("http://127.0.0.1:" + port), URI.create("http://127.0.0.1:1")));
        endpoint =
                AwsEndpoint.start(new AwsEndpoint.Settings(port, Optional.empty()), template, AwsEndpoint.Hooks.NONE);
        dynamoDb = DynamoDbClient.builder().endpointOverride(endpoint.url()).region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("operator", "operator")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        sources = new EventSources(template, endpoint.url(), (_, payload) -> {
            came.addAll(versions(payload));
            return CompletableFuture.completedFuture(new Invoker.Result.Success("{}".getBytes()));
        }, (_, _) -> {}, endpoint.roles(), assembly.resolve("state"),
                new EventSources.Settings(Optional.of(Duration.ZERO), _ -> {}, _ -> {}, faults, DiskWatch.none()));
    }

    @AfterEach
    void stop() {
        dynamoDb.close();
        sources.close();
        endpoint.close();
    }

    @Test
    void recordsComeAgainInTheirOrder() {
        faults.start(FaultPlan.parse("duplicate:Orders:Worker", 1));
        write("a1", "b1", "a2");

        await().atMost(PATIENCE).until(() -> came.size() == 6);

        // Their two versions came in one batch or in two.
        assertThat(of("a")).isIn(List.of("a1", "a2", "a1", "a2"), List.of("a1", "a1", "a2", "a2"));
        assertThat(of("b")).containsExactly("b1", "b1");
    }

    @Test
    void heldBackRecordsAreOvertakenByOtherItemsOnly() {
        faults.pause("Orders");
        List<String> written = new ArrayList<>();
        for (int version = 1; version <= 6; version++) {
            written.addAll(List.of("a" + version, "b" + version, "c" + version));
        }
        write(written.toArray(String[]::new));
        faults.start(FaultPlan.parse("reorder:Orders:10%", 1));

        await().atMost(PATIENCE).until(() -> came.size() == written.size());

        assertThat(came).isNotEqualTo(written);
        for (String item : List.of("a", "b", "c")) {
            assertThat(of(item)).isSorted().hasSize(6);
        }
    }

    @Test
    void aPausedStreamDeliversNothingUntilItIsResumed() {
        faults.pause("Orders:Worker");
        write("a1");
        await().atMost(PATIENCE).until(() -> faults.counts().get("pause") == 1);
        assertThat(came).isEmpty();

        faults.resume("Orders:Worker");
        await().atMost(PATIENCE).until(() -> came.equals(List.of("a1")));
    }

    private void write(String... versions) {
        for (String version : versions) {
            dynamoDb.putItem(put -> put.tableName("Orders").item(Map.of(
                    "orderId", AttributeValue.fromS(version.substring(0, 1)),
                    "version", AttributeValue.fromS(version))));
        }
    }

    private List<String> of(String item) {
        return came.stream().filter(version -> version.startsWith(item)).toList();
    }

    private static List<String> versions(byte[] payload) {
        try {
            return new ObjectMapper().readTree(payload).get("Records").valueStream()
                    .map(each -> each.at("/dynamodb/NewImage/version/S"))
                    .map(JsonNode::asText)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
