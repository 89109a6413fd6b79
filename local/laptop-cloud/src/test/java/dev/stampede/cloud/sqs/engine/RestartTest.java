package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A restart is a stop and a start, or a start on the files as a kill leaves them.
class RestartTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private Account account;

    @BeforeEach
    void prepare() {
        folder = temporary.resolve("queues");
        account = Account.in(folder);
        account.queue("dead").queue("jobs", Account.redrive("dead", 2));
    }

    @AfterEach
    void close() {
        account.close();
        assertThat(account.complaints).isEmpty();
    }

    @Test
    void queuesWithTheirAttributesAndTagsOutliveTheProcess() {
        account.call("SetQueueAttributes", "{'QueueUrl':'jobs','Attributes':{'VisibilityTimeout':'7'}}");
        account.call("TagQueue", "{'QueueUrl':'jobs','Tags':{'a':'b'}}");
        JsonNode before = account.attributes("jobs");
        account.restart(folder);

        assertThat(account.attributes("jobs")).isEqualTo(before);
        assertThat(account.call("ListQueueTags", "{'QueueUrl':'jobs'}")).hasToString("{\"Tags\":{\"a\":\"b\"}}");
    }

    @Test
    void aMessageOutlivesAKillWithAllThatItHas() {
        account.call("SendMessage", """
                {'QueueUrl':'jobs','MessageBody':'grüße','MessageGroupId':'g','MessageAttributes':{
                  'bytes':{'DataType':'Binary','BinaryValue':'AAH/'},'text':{'DataType':'String','StringValue':'v'}},
                 'MessageSystemAttributes':{'AWSTraceHeader':{'DataType':'String','StringValue':'Root=1'}}}""");
        JsonNode before = account.receive("jobs").getFirst();
        account.killed(folder, temporary.resolve("killed"));

        JsonNode after = account.receive("jobs").getFirst();
        for (String member : new String[]{"MessageId", "Body", "MD5OfBody", "MessageAttributes",
            "MD5OfMessageAttributes"}) {
            assertThat(after.get(member)).isEqualTo(before.get(member));
        }
        assertThat(after.get("Attributes")).hasToString(before.get("Attributes").toString()
                .replace("\"ApproximateReceiveCount\":\"1\"", "\"ApproximateReceiveCount\":\"2\""));
    }

    /// An earlier store kept nothing any more after this, without a word.
    @Test
    void afterADeadLetterAndARestartMessagesAreStillKept() {
        account.send("jobs", "poison");
        for (int i = 0; i < 2; i++) {
            account.receive("jobs").forEach(message -> account.show("jobs", message, 0));
        }
        account.receive("jobs");
        account.restart(folder);
        for (int i = 0; i < 5; i++) {
            account.send("jobs", "order " + i);
        }
        account.restart(folder);

        assertThat(account.counts("jobs")).containsExactly(5, 0, 0);
        assertThat(Account.bodies(account.receive("dead"))).containsExactly("poison");
        assertThat(Account.bodies(account.receive("jobs")))
                .containsExactly("order 0", "order 1", "order 2", "order 3", "order 4");
    }

    @Test
    void whatWasAnsweredAMomentBeforeAKillIsKept() {
        for (int i = 0; i < 20; i++) {
            account.send("jobs", "order " + i);
        }
        account.killed(folder, temporary.resolve("killed"));

        assertThat(account.counts("jobs")).containsExactly(20, 0, 0);
    }

    @Test
    void whatWasInFlightAtAKillIsVisibleAtOnceItsReceivesCounted() {
        account.send("jobs", "x");
        account.receive("jobs");
        account.killed(folder, temporary.resolve("killed"));

        JsonNode again = account.receive("jobs").getFirst();
        assertThat(again.at("/Attributes/ApproximateReceiveCount").asInt()).isEqualTo(2);
        account.show("jobs", again, 0);
        assertThat(account.receive("jobs")).isEmpty();
        assertThat(account.counts("dead")).containsExactly(1, 0, 0);
    }

    @Test
    void whatWasDeletedStaysDeleted() {
        account.send("jobs", "a");
        account.send("jobs", "b");
        account.delete("jobs", account.receive("jobs", 1).getFirst());
        account.killed(folder, temporary.resolve("killed"));

        assertThat(Account.bodies(account.receive("jobs"))).containsExactly("b");
    }

    @Test
    void aReceiptHoldsAfterTheRestartButForNoOtherMessage() {
        account.queue("plain").send("plain", "a");
        account.send("plain", "b");
        var received = account.receive("plain");
        account.delete("plain", received.get(1));
        account.restart(folder);
        account.send("plain", "c");
        account.receive("plain");

        account.delete("plain", received.get(1));
        assertThat(account.counts("plain")).containsExactly(0, 2, 0);

        account.restart(folder);
        JsonNode latest = account.receive("plain", 1).getFirst();
        account.restart(folder);
        account.delete("plain", latest);
        assertThat(account.counts("plain")).containsExactly(1, 0, 0);
    }

    @Test
    void aDelayGoesOnWhereItStoodAndIsNeverLongerThanItWas() {
        account.call("SendMessage", "{'QueueUrl':'jobs','MessageBody':'x','DelaySeconds':60}");
        account.pass(Duration.ofSeconds(20));
        account.restart(folder);
        assertThat(account.counts("jobs")).containsExactly(0, 0, 1);
        account.millis.addAndGet(-Duration.ofHours(1).toMillis());
        account.restart(folder);

        account.pass(Duration.ofSeconds(60));
        assertThat(account.counts("jobs")).containsExactly(1, 0, 0);
    }

    @Test
    void aPurgedAndADeletedQueueStayEmpty() {
        account.queue("other").send("other", "x");
        account.send("jobs", "x");
        account.call("PurgeQueue", "{'QueueUrl':'jobs'}");
        account.call("DeleteQueue", "{'QueueUrl':'other'}");
        account.restart(folder);

        assertThat(account.counts("jobs")).containsExactly(0, 0, 0);
        account.refused(Code.QUEUE_DOES_NOT_EXIST, "SendMessage", "{'QueueUrl':'other','MessageBody':'x'}");
        assertThat(account.queue("other").counts("other")).containsExactly(0, 0, 0);
    }

    @Test
    void aMachineThatWasOffForLongerThanTheRetentionPeriodLosesNothingByThat() {
        account.send("jobs", "x");
        account.millis.addAndGet(Duration.ofDays(20).toMillis());
        account.restart(folder);

        account.pass(Duration.ofMinutes(59));
        assertThat(account.counts("jobs")).containsExactly(1, 0, 0);
        account.pass(Duration.ofMinutes(1));
        assertThat(account.counts("jobs")).containsExactly(0, 0, 0);
    }

    @Test
    void queuesOfAnOlderVersionAreRefusedWithAWayOut(@TempDir Path old) throws IOException {
        Files.createFile(old.resolve("queues.mv.db"));

        assertThatThrownBy(() -> Account.in(old))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(old.toString()).hasMessageContaining("./stampede reset");
    }
}
