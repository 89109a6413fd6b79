package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiveTest {

    private final Account account = Account.inMemory();

    @BeforeEach
    void prepare() {
        account.queue("jobs");
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void whatOneReceivedNobodyElseSeesUntilItsVisibilityTimeoutIsOver() {
        String id = account.send("jobs", "x");

        assertThat(account.receive("jobs")).hasSize(1);
        account.pass(Duration.ofSeconds(30).minusNanos(1));
        assertThat(account.receive("jobs")).isEmpty();
        assertThat(account.counts("jobs")).containsExactly(0, 1, 0);
        account.pass(Duration.ofNanos(1));
        assertThat(account.counts("jobs")).containsExactly(1, 0, 0);
        assertThat(account.receive("jobs")).singleElement().satisfies(again -> {
            assertThat(again.get("MessageId").asText()).isEqualTo(id);
            assertThat(again.at("/Attributes/ApproximateReceiveCount").asInt()).isEqualTo(2);
            assertThat(again.at("/Attributes/ApproximateFirstReceiveTimestamp").asText()).isEqualTo("1795770000000");
        });
    }

    @Test
    void aReceiveMayChooseItsOwnVisibilityTimeout() {
        account.send("jobs", "x");

        account.call("ReceiveMessage", "{'QueueUrl':'jobs','VisibilityTimeout':7}");
        account.pass(Duration.ofSeconds(7));
        assertThat(account.receive("jobs")).hasSize(1);
    }

    @Test
    void oneMessageIsReceivedWhereNobodyAsksForMore() {
        account.send("jobs", "a");
        account.send("jobs", "b");

        assertThat(Account.messages(account.call("ReceiveMessage", "{'QueueUrl':'jobs'}"))).hasSize(1);
    }

    @Test
    void numbersOutOfTheirRangeAreRefused() {
        for (String parameter : List.of("'MaxNumberOfMessages':0", "'MaxNumberOfMessages':11", "'VisibilityTimeout':-1",
                "'VisibilityTimeout':43201", "'WaitTimeSeconds':21", "'WaitTimeSeconds':-1", "'WaitTimeSeconds':20.5",
                "'MaxNumberOfMessages':'ten'")) {
            account.refused(Code.INVALID_VALUE, "ReceiveMessage", "{'QueueUrl':'jobs'," + parameter + "}");
        }
        account.refused(Code.INVALID_ATTRIBUTE_NAME, "ReceiveMessage",
                "{'QueueUrl':'jobs','AttributeNames':['Colour']}");
    }

    @Test
    void aDeletedMessageIsGoneEvenWhenItsTimeoutIsOver() {
        account.send("jobs", "a");
        account.send("jobs", "b");
        List<JsonNode> received = account.receive("jobs");

        account.delete("jobs", received.getFirst());
        account.delete("jobs", received.getFirst());
        account.pass(Duration.ofMinutes(1));
        account.delete("jobs", received.getLast());
        assertThat(account.counts("jobs")).containsExactly(0, 0, 0);
    }

    @Test
    void theReceiptOfAnEarlierReceiveDeletesNothingAndSaysSoToNobody() {
        account.send("jobs", "x");
        JsonNode first = account.receive("jobs").getFirst();
        account.pass(Duration.ofSeconds(30));
        JsonNode second = account.receive("jobs").getFirst();

        account.delete("jobs", first);
        account.refused(Code.INVALID_VALUE, "ChangeMessageVisibility", "{'QueueUrl':'jobs','VisibilityTimeout':0,"
                + "'ReceiptHandle':'" + first.get("ReceiptHandle").asText() + "'}");
        assertThat(account.counts("jobs")).containsExactly(0, 1, 0);
        account.delete("jobs", second);
        assertThat(account.counts("jobs")).containsExactly(0, 0, 0);
    }

    @Test
    void aReceiptIsOfItsOwnQueueOnly() {
        account.queue("other").send("jobs", "x");
        String handle = account.receive("jobs").getFirst().get("ReceiptHandle").asText();

        account.refused(Code.INVALID_RECEIPT, "DeleteMessage", "{'QueueUrl':'other','ReceiptHandle':'" + handle + "'}");
        account.refused(Code.INVALID_RECEIPT, "DeleteMessage", "{'QueueUrl':'jobs','ReceiptHandle':'no handle'}");
        account.refused(Code.MISSING, "DeleteMessage", "{'QueueUrl':'jobs'}");
        JsonNode answer = account.call("DeleteMessageBatch", "{'QueueUrl':'jobs','Entries':["
                + "{'Id':'a','ReceiptHandle':'" + handle + "'},{'Id':'b','ReceiptHandle':'no'},"
                + "{'Id':'c','ReceiptHandle':'" + handle + "'}]}");
        assertThat(answer.get("Successful")).extracting(each -> each.get("Id").asText()).containsExactly("a", "c");
        assertThat(answer.at("/Failed/0/Code").asText()).isEqualTo("ReceiptHandleIsInvalid");
        assertThat(account.counts("jobs")).containsExactly(0, 0, 0);
    }

    @Test
    void aMessageInFlightMayBeShownAgainLaterOrAtOnce() {
        account.send("jobs", "x");
        JsonNode message = account.receive("jobs").getFirst();

        account.show("jobs", message, 100);
        account.pass(Duration.ofSeconds(99));
        assertThat(account.receive("jobs")).isEmpty();
        account.show("jobs", message, 0);
        assertThat(account.receive("jobs")).hasSize(1);
    }

    @Test
    void onlyWhatIsInFlightCanBeShownAgain() {
        account.send("jobs", "x");
        JsonNode message = account.receive("jobs").getFirst();
        account.pass(Duration.ofSeconds(30));

        account.refused(Code.NOT_IN_FLIGHT, "ChangeMessageVisibility", "{'QueueUrl':'jobs','VisibilityTimeout':5,"
                + "'ReceiptHandle':'" + message.get("ReceiptHandle").asText() + "'}");
    }

    @Test
    void aMessageStaysInFlightForTwelveHoursInAllAtMost() {
        account.send("jobs", "x");
        JsonNode message = account.receive("jobs").getFirst();
        String call = "{'QueueUrl':'jobs','VisibilityTimeout':%d,'ReceiptHandle':'"
                + message.get("ReceiptHandle").asText() + "'}";

        account.call("ChangeMessageVisibility", call.formatted(43_200));
        account.pass(Duration.ofHours(1));
        account.call("ChangeMessageVisibility", call.formatted(39_600));
        account.refused(Code.INVALID_VALUE, "ChangeMessageVisibility", call.formatted(39_601));
        account.refused(Code.INVALID_VALUE, "ChangeMessageVisibility", call.formatted(43_201));
        account.refused(Code.INVALID_VALUE, "ChangeMessageVisibility", call.formatted(-1));
    }

    @Test
    void attributesAreShownAsTheyAreAskedFor() {
        account.call("SendMessage",
                """
                        {'QueueUrl':'jobs','MessageBody':'x','MessageAttributes':{'a.one':{'DataType':'String','StringValue':'1'},
                         'a.two':{'DataType':'String','StringValue':'2'},'b':{'DataType':'String','StringValue':'3'}}}""");

        assertThat(shown("'MessageAttributeNames':['a.*']").get("MessageAttributes").propertyStream())
                .extracting(each -> each.getKey()).containsExactly("a.one", "a.two");
        assertThat(shown("'MessageAttributeNames':['b','none']").get("MessageAttributes").propertyStream())
                .extracting(each -> each.getKey()).containsExactly("b");
        assertThat(shown("'MessageAttributeNames':['.*']").get("MessageAttributes")).hasSize(3);
        JsonNode bare = shown("'MessageAttributeNames':[]");
        assertThat(bare.has("MessageAttributes")).isFalse();
        assertThat(bare.has("MD5OfMessageAttributes")).isFalse();
        assertThat(bare.has("Attributes")).isFalse();
        assertThat(shown("'MessageSystemAttributeNames':['SentTimestamp']").get("Attributes"))
                .isEqualTo(Account.json("{'SentTimestamp':'1795770000000'}"));
    }

    private JsonNode shown(String names) {
        JsonNode message = account.call("ReceiveMessage", "{'QueueUrl':'jobs'," + names + "}").at("/Messages/0");
        account.show("jobs", message, 0);
        return message;
    }

    @Test
    void aMessageIsGoneWhenItsRetentionPeriodIsOver() {
        account.queue("short", "{'MessageRetentionPeriod':'60'}").send("short", "a");
        account.pass(Duration.ofSeconds(30));
        account.send("short", "b");
        account.pass(Duration.ofSeconds(30));

        assertThat(Account.bodies(account.receive("short"))).containsExactly("b");
        account.pass(Duration.ofSeconds(30));
        assertThat(account.counts("short")).containsExactly(0, 0, 0);
    }

    @Test
    void aClockThatIsSetBackOrForwardHoldsNoMessageAndEndsNone() {
        account.send("jobs", "x");
        account.receive("jobs");
        account.millis.addAndGet(-Duration.ofMinutes(10).toMillis());
        account.pass(Duration.ofSeconds(30));
        assertThat(account.receive("jobs")).hasSize(1);

        account.millis.addAndGet(Duration.ofDays(30).toMillis());
        account.pass(Duration.ofSeconds(30));
        assertThat(account.receive("jobs")).hasSize(1);
    }
}
