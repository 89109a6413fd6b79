package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FairOrderTest {

    private final Account account = Account.inMemory();

    @BeforeEach
    void prepare() {
        account.queue("jobs");
    }

    @AfterEach
    void close() {
        account.close();
    }

    private void send(String group, int count) {
        for (int i = 0; i < count; i++) {
            account.call("SendMessage",
                    "{'QueueUrl':'jobs','MessageBody':'" + group + i + "','MessageGroupId':'" + group + "'}");
        }
    }

    @Test
    void aNoisyGroupHoldsUpNobodyElse() {
        send("noisy", 100);
        send("quiet", 2);

        assertThat(Account.bodies(account.receive("jobs", 4))).contains("quiet0", "quiet1");
    }

    @Test
    void theGroupWithTheFewestInFlightComesFirst() {
        send("a", 20);
        account.receive("jobs");
        send("b", 20);

        assertThat(Account.bodies(account.receive("jobs"))).allSatisfy(body -> assertThat(body).startsWith("b"));
        assertThat(Account.bodies(account.receive("jobs"))).anySatisfy(body -> assertThat(body).startsWith("a"));
    }

    @Test
    void groupsThatAreServedAtOnceTakeTurns() {
        send("a", 5);
        send("b", 5);
        send("c", 1);

        for (String expected : List.of("a0", "b0", "c0", "a1", "b1", "a2")) {
            JsonNode message = account.receive("jobs", 1).getFirst();
            assertThat(message.get("Body").asText()).isEqualTo(expected);
            account.delete("jobs", message);
        }
    }

    @Test
    void messagesWithoutAGroupKeepTheirOrderAndHoldUpNoGroup() {
        for (int i = 0; i < 50; i++) {
            account.send("jobs", "plain" + i);
        }
        send("a", 1);

        assertThat(Account.bodies(account.receive("jobs", 4))).containsExactly("plain0", "a0", "plain1", "plain2");
    }

    @Test
    void aGroupIsShownAndHasTheLettersThatAwsAllows() {
        send("a", 1);

        assertThat(account.receive("jobs").getFirst().at("/Attributes/MessageGroupId").asText()).isEqualTo("a");
        account.refused(Code.INVALID_VALUE, "SendMessage",
                "{'QueueUrl':'jobs','MessageBody':'x','MessageGroupId':'a b'}");
        account.refused(Code.INVALID_VALUE, "SendMessage",
                "{'QueueUrl':'jobs','MessageBody':'x','MessageGroupId':'" + "g".repeat(129) + "'}");
        account.refused(Code.INVALID_VALUE, "SendMessage",
                "{'QueueUrl':'jobs','MessageBody':'x','MessageDeduplicationId':'d'}");
    }
}
