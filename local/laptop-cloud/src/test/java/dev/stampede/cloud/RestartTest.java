package dev.stampede.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.state.KeptState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class RestartTest {

    private static final String STREAM = "arn:aws:dynamodb:us-east-1:000000000000:table/Orders/stream/local";

    @TempDir
    private Path state;

    @Test
    void itemsMessagesSecretsMailsAndStreamPositionsOutliveTheProcess() {
        String secret;
        String position;
        try (RunningEndpoint running = new RunningEndpoint(Optional.of(state))) {
            put(running, "first");
            position = streamed(running, Optional.empty()).getLast();
            put(running, "second");
            running.operator(SqsClient.builder()).sendMessage(send -> send
                    .queueUrl(running.queueUrl("OrdersQueue")).messageBody("kept"));
            secret = secret(running);
            running.operator(SesClient.builder()).sendEmail(mail -> mail.source("shop@stampede.example")
                    .destination(to -> to.toAddresses("a@example.com"))
                    .message(message -> message.subject(text -> text.data("Thanks"))
                            .body(body -> body.text(text -> text.data("t")))));
        }

        try (RunningEndpoint running = new RunningEndpoint(Optional.of(state))) {
            assertThat(running.operator(DynamoDbClient.builder()).scan(scan -> scan.tableName("Orders")).items())
                    .hasSize(2);
            assertThat(running.drain("OrdersQueue")).singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo("kept"));
            assertThat(secret(running)).isEqualTo(secret).hasSize(64).matches("[A-Za-z0-9]+");
            assertThat(running.endpoint.mailbox().mails()).singleElement()
                    .satisfies(mail -> assertThat(mail.subject()).isEqualTo("Thanks"));
            put(running, "third");
            assertThat(streamed(running, Optional.of(position))).hasSize(2);
        }
    }

    @Test
    void allThatTheEndpointKeepsIsLookedForAtTheNextStart() {
        try (RunningEndpoint running = new RunningEndpoint(Optional.of(state))) {
            put(running, "first");
        }
        List<String> missing = new ArrayList<>();
        KeptState.sayWhatIsMissing(state, missing::add);
        assertThat(missing).allMatch(line -> line.contains(state.resolve("identity").toString()));
    }

    @Test
    void messagesSentAfterARedriveOutliveTheProcessToo() {
        try (RunningEndpoint running = new RunningEndpoint(Optional.of(state))) {
            SqsClient sqs = running.operator(SqsClient.builder());
            sqs.sendMessage(send -> send.queueUrl(running.queueUrl("OrdersQueue")).messageBody("failed"));
            for (int receive = 1; receive <= 3; receive++) {
                sqs.receiveMessage(each -> each.queueUrl(running.queueUrl("OrdersQueue")).waitTimeSeconds(1)).messages()
                        .forEach(message -> sqs.changeMessageVisibility(each -> each
                                .queueUrl(running.queueUrl("OrdersQueue"))
                                .receiptHandle(message.receiptHandle()).visibilityTimeout(0)));
            }
            sqs.startMessageMoveTask(move -> move.sourceArn("arn:aws:sqs:us-east-1:000000000000:OrdersDeadLetters"));
            await().until(() -> !running.drain("OrdersQueue").isEmpty());
            sqs.sendMessage(send -> send.queueUrl(running.queueUrl("EmailQueue")).messageBody("kept"));
        }

        try (RunningEndpoint running = new RunningEndpoint(Optional.of(state))) {
            assertThat(running.drain("EmailQueue")).extracting(Message::body).containsExactly("kept");
            assertThat(running.drain("OrdersDeadLetters")).isEmpty();
        }
    }

    @Test
    void twoThatRunAtOnceKeepTheirMessagesApart(@TempDir Path elsewhere) {
        try (RunningEndpoint running = new RunningEndpoint(Optional.of(state));
                RunningEndpoint other = new RunningEndpoint(Optional.of(elsewhere))) {
            for (RunningEndpoint each : List.of(running, other)) {
                each.operator(SqsClient.builder()).sendMessage(send -> send
                        .queueUrl(each.queueUrl("OrdersQueue")).messageBody(each == running ? "here" : "there"));
            }
        }

        try (RunningEndpoint running = new RunningEndpoint(Optional.of(state));
                RunningEndpoint other = new RunningEndpoint(Optional.of(elsewhere))) {
            assertThat(running.drain("OrdersQueue")).extracting(Message::body).containsExactly("here");
            assertThat(other.drain("OrdersQueue")).extracting(Message::body).containsExactly("there");
        }
    }

    @Test
    void anEventThatWaitsForItsFunctionIsInvokedAfterTheRestart() {
        try (RunningEndpoint running = new RunningEndpoint(Optional.of(state))) {
            running.function = _ -> new Invoker.Result.Throttled();
            running.operator(SnsClient.builder())
                    .publish(publish -> publish.topicArn(RunningEndpoint.TOPIC).message("waits")
                            .messageAttributes(Map.of("event_type", MessageAttributeValue.builder()
                                    .dataType("String").stringValue("order_rejected").build())));
            await().until(() -> !running.invocations.isEmpty());
        }

        try (RunningEndpoint running = new RunningEndpoint(Optional.of(state))) {
            await().until(() -> running.invocations.size() == 1);
            assertThat(running.invocations.getFirst()).contains("waits");
        }
        try (RunningEndpoint running = new RunningEndpoint(Optional.of(state))) {
            assertThat(running.invocations).isEmpty();
        }
    }

    @Test
    void aTakenPortIsNamedWithAWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningEndpoint running = new RunningEndpoint(Optional.empty())) {
            assertThatThrownBy(() -> AwsEndpoint.start(
                    new AwsEndpoint.Settings(taken.getLocalPort(), Optional.empty()), running.template,
                    AwsEndpoint.Hooks.NONE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--aws-port");
        }
    }

    private static void put(RunningEndpoint running, String id) {
        running.operator(DynamoDbClient.builder()).putItem(put -> put.tableName("Orders")
                .item(Map.of("orderId", AttributeValue.fromS(id))));
    }

    private static String secret(RunningEndpoint running) {
        return running.processor(SecretsManagerClient.builder())
                .getSecretValue(
                        get -> get.secretId("arn:aws:secretsmanager:us-east-1:000000000000:secret:ReceiptSecret"))
                .secretString();
    }

    /// The sequence numbers of all changes after a position, as the processor's role reads them.
    private static List<String> streamed(RunningEndpoint running, Optional<String> after) {
        DynamoDbStreamsClient streams = running.processor(DynamoDbStreamsClient.builder());
        return streams.describeStream(describe -> describe.streamArn(STREAM)).streamDescription().shards().stream()
                .flatMap(shard -> {
                    String iterator = streams.getShardIterator(get -> {
                        get.streamArn(STREAM).shardId(shard.shardId());
                        after.ifPresentOrElse(
                                last -> get.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                        .sequenceNumber(last),
                                () -> get.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
                    }).shardIterator();
                    return streams.getRecords(get -> get.shardIterator(iterator)).records().stream();
                })
                .map(each -> each.dynamodb().sequenceNumber())
                .toList();
    }
}
