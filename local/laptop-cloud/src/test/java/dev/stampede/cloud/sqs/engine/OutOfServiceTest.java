package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.store.Store;
import org.junit.jupiter.api.Test;

/// The store fails while the engine runs, as it does on a full disk.
class OutOfServiceTest {

    private final Store store = Store.inMemory();
    private final SqsEngine engine = SqsEngine.over(store, Account.ADDRESS, Time.SYSTEM);

    private ObjectNode call(String operation, String parameters) {
        return engine.call(operation, Account.json(parameters));
    }

    private void assertOutOfService(String operation, String parameters) {
        assertThatThrownBy(() -> call(operation, parameters)).isInstanceOfSatisfying(SqsException.class, failure -> {
            assertThat(failure.code()).isEqualTo(SqsException.Code.UNAVAILABLE);
            assertThat(failure.getMessage())
                    .isEqualTo("The request has failed due to a temporary failure of the server.");
        });
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndHasNotHappened() {
        call("CreateQueue", "{'QueueName':'jobs'}");
        call("SendMessage", "{'QueueUrl':'jobs','MessageBody':'in flight'}");
        JsonNode inFlight = call("ReceiveMessage", "{'QueueUrl':'jobs'}").at("/Messages/0");
        call("SendMessage", "{'QueueUrl':'jobs','MessageBody':'visible'}");
        store.close();

        assertOutOfService("SendMessage", "{'QueueUrl':'jobs','MessageBody':'x'}");
        assertOutOfService("SendMessageBatch", "{'QueueUrl':'jobs','Entries':[{'Id':'a','MessageBody':'x'}]}");
        assertOutOfService("ReceiveMessage", "{'QueueUrl':'jobs','WaitTimeSeconds':20}");
        assertOutOfService("DeleteMessage",
                "{'QueueUrl':'jobs','ReceiptHandle':'" + inFlight.get("ReceiptHandle").asText() + "'}");
        assertOutOfService("CreateQueue", "{'QueueName':'other'}");
        assertOutOfService("SetQueueAttributes", "{'QueueUrl':'jobs','Attributes':{'VisibilityTimeout':'5'}}");
        assertOutOfService("TagQueue", "{'QueueUrl':'jobs','Tags':{'a':'b'}}");
        assertOutOfService("PurgeQueue", "{'QueueUrl':'jobs'}");
        assertOutOfService("DeleteQueue", "{'QueueUrl':'jobs'}");

        JsonNode attributes =
                call("GetQueueAttributes", "{'QueueUrl':'jobs','AttributeNames':['All']}").get("Attributes");
        assertThat(attributes.get("ApproximateNumberOfMessages").asText()).isEqualTo("1");
        assertThat(attributes.get("ApproximateNumberOfMessagesNotVisible").asText()).isEqualTo("1");
        assertThat(attributes.get("VisibilityTimeout").asText()).isEqualTo("30");
        assertThat(call("ListQueueTags", "{'QueueUrl':'jobs'}").get("Tags")).isEmpty();
        assertThat(call("ListQueues", "{}").get("QueueUrls")).hasSize(1);
    }
}
