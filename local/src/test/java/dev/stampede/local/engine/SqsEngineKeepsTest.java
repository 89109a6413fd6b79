package dev.stampede.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqsEngineKeepsTest {

    @TempDir
    private Path state;

    /// It dies while a poll waits for it, as those of the functions do: then its row stays in the source's table, too.
    @Test
    void nothingIsLostAfterADeadLetterAndARestart() {
        try (SqsEngine engine = started(state)) {
            send(engine, "poison");
            receive(engine, 0);
            receive(engine, 1);
            assertThat(receive(engine, 0, 2)).isEmpty();
        }
        List<String> all = IntStream.range(0, 5).mapToObj(each -> "order " + each).toList();
        try (SqsEngine engine = started(state)) {
            assertThat(receive(engine, 0, 1)).as("the dead letter, a second time").isEmpty();
            all.forEach(each -> send(engine, each));
        }
        try (SqsEngine engine = started(state)) {
            assertThat(receive(engine, 0)).extracting(SqsEngineKeepsTest::body).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void anAnsweredSendOutlivesAKill(@TempDir Path copy) throws IOException {
        try (SqsEngine engine = started(state)) {
            send(engine, "order");
            copy(state, copy);
        }
        try (SqsEngine engine = started(copy)) {
            assertThat(receive(engine, 0)).extracting(SqsEngineKeepsTest::body).containsExactly("order");
        }
    }

    @Test
    void aSendInTheQueryProtocolOutlivesAKillToo(@TempDir Path copy) throws IOException {
        try (SqsEngine engine = started(state)) {
            assertThat(engine.send("/000000000000/Orders", "", "application/x-www-form-urlencoded",
                            "Action=SendMessage&MessageBody=order".getBytes()).status())
                    .isEqualTo(200);
            copy(state, copy);
        }
        try (SqsEngine engine = started(copy)) {
            assertThat(receive(engine, 0)).extracting(SqsEngineKeepsTest::body).containsExactly("order");
        }
    }

    @Test
    void whatWasInFlightAtAKillIsVisibleAtOnceWithItsReceives(@TempDir Path copy) throws IOException {
        try (SqsEngine engine = started(state)) {
            send(engine, "in flight");
            assertThat(receive(engine, 600)).hasSize(1);
            send(engine, "later");
            copy(state, copy);
        }
        try (SqsEngine engine = started(copy)) {
            assertThat(receive(engine, 600))
                    .extracting(each -> body(each) + " " + each.at("/Attributes/ApproximateReceiveCount").asText())
                    .containsExactlyInAnyOrder("in flight 2", "later 1");
        }
    }

    @Test
    void aWriteThatFailsIsAnErrorToItsCallerAndToTheNext() throws SQLException {
        try (SqsEngine engine = started(state)) {
            // The table is made behind the caller's back; the answer says that it is there.
            send(engine, "kept");
            dropTables();
            List<CompletableFuture<Void>> sends = Stream.of("first", "second")
                    .map(each -> CompletableFuture.runAsync(() -> send(engine, each)))
                    .toList();
            sends.forEach(each -> assertThatThrownBy(each::join).isInstanceOf(CompletionException.class));
        }
    }

    private static SqsEngine started(Path folder) {
        SqsEngine engine = SqsEngine.start(Optional.of(folder), 9324);
        engine.call("CreateQueue", Map.of("QueueName", "Letters"));
        engine.call("CreateQueue", Map.of("QueueName", "Orders"));
        engine.call("SetQueueAttributes", Map.of("QueueUrl", url("Orders"), "Attributes", Map.of("RedrivePolicy",
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:Letters\",\"maxReceiveCount\":2}")));
        return engine;
    }

    private static String url(String queue) {
        return "http://127.0.0.1:9324/000000000000/" + queue;
    }

    private static void send(SqsEngine engine, String body) {
        engine.call("SendMessage", Map.of("QueueUrl", url("Orders"), "MessageBody", body));
    }

    private static List<JsonNode> receive(SqsEngine engine, int invisibleSeconds) {
        return receive(engine, invisibleSeconds, 0);
    }

    private static List<JsonNode> receive(SqsEngine engine, int invisibleSeconds, int waitSeconds) {
        List<JsonNode> received = new ArrayList<>();
        engine.call("ReceiveMessage", Map.of("QueueUrl", url("Orders"), "MaxNumberOfMessages", 10,
                "VisibilityTimeout", invisibleSeconds, "WaitTimeSeconds", waitSeconds, "AttributeNames", List.of("All"))).path("Messages")
                .forEach(received::add);
        return received;
    }

    private static String body(JsonNode message) {
        return message.path("Body").asText();
    }

    /// As a kill would leave them.
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private void dropTables() throws SQLException {
        try (var database = DriverManager.getConnection("jdbc:h2:" + state.resolve("queues").toAbsolutePath(), "", "");
                var statement = database.createStatement();
                var found = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_name LIKE 'MESSAGE\\_ORDERS%'")) {
            assertThat(found.next()).isTrue();
            database.createStatement().execute("DROP TABLE " + found.getString(1));
        }
    }
}
