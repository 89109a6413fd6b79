package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveTasksTest {

    @TempDir
    private Path folder;

    private Account account;

    @BeforeEach
    void prepare() {
        account = Account.in(folder.resolve("a"));
        account.queue("dead").queue("jobs", Account.redrive("dead", 1)).queue("mails", Account.redrive("dead", 1));
    }

    @AfterEach
    void close() {
        account.close();
    }

    private void kill(String queue, String body) {
        account.send(queue, body);
        account.receive(queue).forEach(message -> account.show(queue, message, 0));
        account.receive(queue);
    }

    private String start(String more) {
        return account.call("StartMessageMoveTask", "{'SourceArn':'" + Account.arn("dead") + "'" + more + "}")
                .get("TaskHandle").asText();
    }

    private JsonNode task() {
        return account.call("ListMessageMoveTasks", "{'SourceArn':'" + Account.arn("dead") + "'}").at("/Results/0");
    }

    private void awaitStatus(String status) {
        await().until(() -> task().get("Status").asText().equals(status));
    }

    @Test
    void lettersGoBackToTheQueuesTheyCameFromAsNewMessages() {
        kill("jobs", "a job");
        kill("mails", "a mail");
        List<String> ids = account.receive("dead").stream().map(each -> each.get("MessageId").asText()).toList();
        account.pass(Duration.ofSeconds(30));
        start("");
        awaitStatus("COMPLETED");

        JsonNode job = account.receive("jobs").getFirst();
        assertThat(job.get("Body").asText()).isEqualTo("a job");
        assertThat(job.get("MessageId").asText()).isNotIn(ids);
        assertThat(job.at("/Attributes/ApproximateReceiveCount").asInt()).isEqualTo(1);
        assertThat(job.at("/Attributes/SentTimestamp").asLong()).isEqualTo(account.millis.get());
        assertThat(job.at("/Attributes/DeadLetterQueueSourceArn").isMissingNode()).isTrue();
        assertThat(Account.bodies(account.receive("mails"))).containsExactly("a mail");
        assertThat(account.counts("dead")).containsExactly(0, 0, 0);
        assertThat(task()).hasToString(Account.json("{'Status':'COMPLETED','SourceArn':'" + Account.arn("dead")
                + "','ApproximateNumberOfMessagesMoved':2,'ApproximateNumberOfMessagesToMove':2,'StartedTimestamp':"
                + account.millis.get() + "}").toString());
    }

    @Test
    void lettersOfAnySizeMove() {
        kill("jobs", "a".repeat(1 << 20));
        kill("jobs", "b".repeat(600_000));
        kill("jobs", "c".repeat(600_000));
        start(",'DestinationArn':'" + Account.arn("mails") + "'");
        awaitStatus("COMPLETED");

        assertThat(Account.bodies(account.receive("mails"))).extracting(String::length)
                .containsExactlyInAnyOrder(1 << 20, 600_000, 600_000);
    }

    @Test
    void onlyTheDeadLetterQueueOfAQueueIsASource() {
        account.queue("plain");
        account.refused(Code.INVALID_VALUE, "StartMessageMoveTask", "{'SourceArn':'" + Account.arn("plain") + "'}");
        account.refused(Code.INVALID_VALUE, "StartMessageMoveTask", "{'SourceArn':'" + Account.arn("jobs") + "'}");
        account.refused(Code.RESOURCE_NOT_FOUND, "StartMessageMoveTask", "{'SourceArn':'" + Account.arn("none") + "'}");
        account.refused(Code.RESOURCE_NOT_FOUND, "StartMessageMoveTask",
                "{'SourceArn':'" + Account.arn("dead") + "','DestinationArn':'" + Account.arn("none") + "'}");
        account.refused(Code.INVALID_VALUE, "StartMessageMoveTask",
                "{'SourceArn':'" + Account.arn("dead") + "','DestinationArn':'" + Account.arn("dead") + "'}");
        account.refused(Code.INVALID_VALUE, "StartMessageMoveTask",
                "{'SourceArn':'" + Account.arn("dead") + "','MaxNumberOfMessagesPerSecond':501}");
    }

    @Test
    void aLetterOfUnknownOriginNeedsADestination() {
        account.send("dead", "put here by hand");
        start("");
        awaitStatus("FAILED");
        assertThat(task().get("FailureReason").asText()).isEqualTo("CouldNotDetermineMessageSource");
        assertThat(account.counts("dead")).containsExactly(1, 0, 0);

        start(",'DestinationArn':'" + Account.arn("jobs") + "'");
        awaitStatus("COMPLETED");
        assertThat(Account.bodies(account.receive("jobs"))).containsExactly("put here by hand");
    }

    @Test
    void aTaskIsSlowWhenAskedToBeAndCanBeCancelled() {
        for (int i = 0; i < 5; i++) {
            kill("jobs", "letter " + i);
        }
        String handle = start(",'MaxNumberOfMessagesPerSecond':1");
        await().until(() -> task().get("ApproximateNumberOfMessagesMoved").asInt() == 1);
        account.refused(Code.UNSUPPORTED, "StartMessageMoveTask", "{'SourceArn':'" + Account.arn("dead") + "'}");

        assertThat(task().get("TaskHandle").asText()).isEqualTo(handle);
        assertThat(account.call("CancelMessageMoveTask", "{'TaskHandle':'" + handle + "'}")
                .get("ApproximateNumberOfMessagesMoved").asInt()).isLessThan(5);
        awaitStatus("CANCELLED");
        account.refused(Code.UNSUPPORTED, "CancelMessageMoveTask", "{'TaskHandle':'" + handle + "'}");
        account.refused(Code.RESOURCE_NOT_FOUND, "CancelMessageMoveTask", "{'TaskHandle':'none'}");
        assertThat(account.counts("dead").getFirst() + account.counts("jobs").getFirst()).isEqualTo(5);
    }

    @Test
    void aTaskThatIsCutOffGoesOnAtTheNextStartAndLosesAndDoublesNothing() {
        for (int i = 0; i < 5; i++) {
            kill("jobs", "letter " + i);
        }
        start(",'MaxNumberOfMessagesPerSecond':2");
        await().until(() -> task().get("ApproximateNumberOfMessagesMoved").asInt() == 2);
        account.killed(folder.resolve("a"), folder.resolve("copy"));
        awaitStatus("COMPLETED");

        assertThat(Account.bodies(account.receive("jobs")))
                .containsExactlyInAnyOrder("letter 0", "letter 1", "letter 2", "letter 3", "letter 4");
        assertThat(account.counts("dead")).containsExactly(0, 0, 0);
        assertThat(task().get("ApproximateNumberOfMessagesMoved").asInt()).isEqualTo(5);
    }

    @Test
    void whatDiesAgainMeanwhileIsNotMovedInACircle() {
        for (int i = 0; i < 3; i++) {
            kill("jobs", "letter " + i);
        }
        start(",'MaxNumberOfMessagesPerSecond':1");
        await().until(() -> task().get("ApproximateNumberOfMessagesMoved").asInt() == 1);
        account.receive("jobs").forEach(message -> account.show("jobs", message, 0));
        account.receive("jobs");
        account.killed(folder.resolve("a"), folder.resolve("copy"));
        awaitStatus("COMPLETED");

        assertThat(task().get("ApproximateNumberOfMessagesMoved").asInt()).isEqualTo(3);
        assertThat(account.counts("dead").getFirst()).isPositive();
    }
}
