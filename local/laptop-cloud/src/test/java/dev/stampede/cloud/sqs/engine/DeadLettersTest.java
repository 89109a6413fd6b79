package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private final Account account = Account.inMemory();

    @BeforeEach
    void prepare() {
        account.queue("dead").queue("jobs", Account.redrive("dead", 2));
    }

    @AfterEach
    void close() {
        account.close();
    }

    private void fail(int receives) {
        for (int i = 0; i < receives; i++) {
            account.receive("jobs").forEach(message -> account.show("jobs", message, 0));
        }
    }

    @Test
    void aMessageReceivedTooOftenMovesWithItsIdAndItsAge() {
        String id = account.send("jobs", "poison");
        fail(2);
        account.pass(Duration.ofSeconds(10));

        assertThat(account.receive("jobs")).isEmpty();
        assertThat(account.counts("jobs")).containsExactly(0, 0, 0);
        assertThat(account.receive("dead")).singleElement().satisfies(letter -> {
            assertThat(letter.get("MessageId").asText()).isEqualTo(id);
            assertThat(letter.at("/Attributes/ApproximateReceiveCount").asInt()).isEqualTo(3);
            assertThat(letter.at("/Attributes/SentTimestamp").asText()).isEqualTo("1795770000000");
            assertThat(letter.at("/Attributes/DeadLetterQueueSourceArn").asText()).isEqualTo(Account.arn("jobs"));
        });
    }

    @Test
    void aReceiveThatMeetsADeadLetterStillBringsTheOthers() {
        account.send("jobs", "poison");
        fail(2);
        account.send("jobs", "good");

        assertThat(Account.bodies(account.receive("jobs", 1))).containsExactly("good");
        assertThat(account.counts("dead")).containsExactly(1, 0, 0);
    }

    @Test
    void withoutItsDeadLetterQueueAMessageGoesOnBeingReceived() {
        account.send("jobs", "poison");
        account.call("DeleteQueue", "{'QueueUrl':'dead'}");
        fail(5);

        assertThat(account.receive("jobs")).hasSize(1);
    }

    @Test
    void theAgeOfADeadLetterIsCountedFromItsFirstQueue() {
        account.call("SetQueueAttributes", "{'QueueUrl':'dead','Attributes':{'MessageRetentionPeriod':'60'}}");
        account.send("jobs", "poison");
        account.pass(Duration.ofSeconds(40));
        fail(3);
        assertThat(account.counts("dead")).containsExactly(1, 0, 0);

        account.pass(Duration.ofSeconds(20));
        assertThat(account.counts("dead")).containsExactly(0, 0, 0);
    }

    @Test
    void aNewerRedrivePolicyHoldsFromTheNextReceiveOn() {
        account.send("jobs", "x");
        fail(2);
        account.call("SetQueueAttributes", "{'QueueUrl':'jobs','Attributes':{'RedrivePolicy':''}}");

        JsonNode third = account.receive("jobs").getFirst();
        assertThat(third.at("/Attributes/ApproximateReceiveCount").asInt()).isEqualTo(3);
    }
}
