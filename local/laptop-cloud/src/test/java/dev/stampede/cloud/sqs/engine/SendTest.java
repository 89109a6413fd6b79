package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendTest {

    private static final int MOST = 1 << 20;

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
    void aMessageIsReceivedAsItWasSent() {
        JsonNode sent = account.call("SendMessage", """
                {'QueueUrl':'jobs','MessageBody':'grüße\\r\\n\\t😀','MessageAttributes':{
                  'text':{'DataType':'String.label','StringValue':'a'},'n':{'DataType':'Number','StringValue':'-1.5e3'},
                  'bytes':{'DataType':'Binary','BinaryValue':'AAH/'}},
                 'MessageSystemAttributes':{'AWSTraceHeader':{'DataType':'String','StringValue':'Root=1'}}}""");

        JsonNode received = account.receive("jobs").getFirst();
        assertThat(received.get("Body").asText()).isEqualTo("grüße\r\n\t😀");
        assertThat(received.get("MessageId")).isEqualTo(sent.get("MessageId"));
        assertThat(received.get("MD5OfBody")).isEqualTo(sent.get("MD5OfMessageBody"));
        assertThat(received.get("MD5OfMessageAttributes")).isEqualTo(sent.get("MD5OfMessageAttributes"));
        assertThat(received.get("MessageAttributes")).isEqualTo(Account.json("""
                {'bytes':{'DataType':'Binary','BinaryValue':'AAH/'},'n':{'DataType':'Number','StringValue':'-1.5e3'},
                 'text':{'DataType':'String.label','StringValue':'a'}}"""));
        assertThat(received.get("Attributes")).isEqualTo(Account.json("""
                {'ApproximateFirstReceiveTimestamp':'1795770000000','ApproximateReceiveCount':'1',
                 'AWSTraceHeader':'Root=1','SenderId':'AROATEST:session','SentTimestamp':'1795770000000'}"""));
    }

    @Test
    void theDigestsAreTheOnesThatAwsDocuments() {
        JsonNode sent = account.call("SendMessage", """
                {'QueueUrl':'jobs','MessageBody':'This is a test message','MessageAttributes':{
                  'Greeting':{'DataType':'String','StringValue':'hello'}}}""");

        assertThat(sent.get("MD5OfMessageBody").asText()).isEqualTo("fafb00f5732ab283681e124bf8747ed1");
        // 4-byte lengths around name, type and value, and a 1 for text.
        assertThat(sent.get("MD5OfMessageAttributes").asText()).isEqualTo("2e043e08ad4fc05e1889387e51ba54bb");
    }

    @Test
    void aBodyMayBeAMebibyteWithItsAttributesAndNoByteMore() {
        ObjectNode send =
                Account.json("{'QueueUrl':'jobs','MessageAttributes':{'k':{'DataType':'String','StringValue':'v'}}}");
        int rest = MOST - "kStringv".length();

        account.call("SendMessage", send.put("MessageBody", "x".repeat(rest)));
        assertThat(account.receive("jobs").getFirst().get("Body").asText()).hasSize(rest);
        account.refused(Code.INVALID_VALUE, "SendMessage", send.put("MessageBody", "x".repeat(rest + 1)).toString());
        account.refused(Code.INVALID_VALUE, "SendMessage",
                send.put("MessageBody", "ä".repeat(rest / 2 + 1)).toString());
    }

    @Test
    void aQueueMayAllowLess() {
        account.queue("small", "{'MaximumMessageSize':'1024'}").send("small", "x".repeat(1024));
        account.refused(Code.INVALID_VALUE, "SendMessage",
                "{'QueueUrl':'small','MessageBody':'" + "x".repeat(1025) + "'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0008", "\\u001f", "\\ufffe", "\\uffff", "\\ud800", "a\\udc00"})
    void aCharacterOutsideOfXmlIsRefused(String escaped) {
        account.refused(Code.INVALID_CONTENTS, "SendMessage", "{'QueueUrl':'jobs','MessageBody':'" + escaped + "'}");
    }

    @Test
    void aMessageWithoutABodyIsRefused() {
        account.refused(Code.MISSING, "SendMessage", "{'QueueUrl':'jobs'}");
        account.refused(Code.MISSING, "SendMessage", "{'QueueUrl':'jobs','MessageBody':''}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "'AWS.x':{'DataType':'String','StringValue':'v'}", "'amazon.x':{'DataType':'String','StringValue':'v'}",
        "'.x':{'DataType':'String','StringValue':'v'}", "'x.':{'DataType':'String','StringValue':'v'}",
        "'a..b':{'DataType':'String','StringValue':'v'}", "'a b':{'DataType':'String','StringValue':'v'}",
        "'x':{'DataType':'Text','StringValue':'v'}", "'x':{'StringValue':'v'}", "'x':{'DataType':'String'}",
        "'x':{'DataType':'String','StringValue':''}", "'x':{'DataType':'Number','StringValue':'one'}",
        "'x':{'DataType':'Binary','BinaryValue':'?'}"})
    void anAttributeAgainstTheRulesIsRefused(String attribute) {
        account.refused(Code.INVALID_VALUE, "SendMessage",
                "{'QueueUrl':'jobs','MessageBody':'x','MessageAttributes':{" + attribute + "}}");
    }

    @Test
    void moreThanTenAttributesAreRefusedAndOtherSystemAttributesToo() {
        String eleven = IntStream.range(0, 11)
                .mapToObj(i -> "'k" + i + "':{'DataType':'String','StringValue':'v'}")
                .collect(Collectors.joining(","));
        account.refused(Code.INVALID_VALUE, "SendMessage",
                "{'QueueUrl':'jobs','MessageBody':'x','MessageAttributes':{" + eleven + "}}");
        account.refused(Code.INVALID_VALUE, "SendMessage", "{'QueueUrl':'jobs','MessageBody':'x',"
                + "'MessageSystemAttributes':{'SenderId':{'DataType':'String','StringValue':'me'}}}");
    }

    @Test
    void aDelayHoldsTheMessageBackByItselfOrByItsQueue() {
        account.queue("slow", "{'DelaySeconds':'5'}").send("slow", "by the queue");
        account.call("SendMessage", "{'QueueUrl':'slow','MessageBody':'by itself','DelaySeconds':10}");
        account.call("SendMessage", "{'QueueUrl':'slow','MessageBody':'at once','DelaySeconds':0}");

        assertThat(account.counts("slow")).containsExactly(1, 0, 2);
        assertThat(Account.bodies(account.receive("slow"))).containsExactly("at once");
        account.pass(Duration.ofSeconds(5));
        assertThat(Account.bodies(account.receive("slow"))).containsExactly("by the queue");
        account.pass(Duration.ofSeconds(5));
        assertThat(Account.bodies(account.receive("slow"))).containsExactly("by itself");
        account.refused(Code.INVALID_VALUE, "SendMessage", "{'QueueUrl':'slow','MessageBody':'x','DelaySeconds':901}");
    }

    @Test
    void ofABatchTheGoodEntriesAreSentAndTheOthersNamed() {
        JsonNode answer = account.call("SendMessageBatch", """
                {'QueueUrl':'jobs','Entries':[{'Id':'a','MessageBody':'1'},{'Id':'b','MessageBody':'\\u0000'},
                 {'Id':'c','MessageBody':'3','DelaySeconds':1000},{'Id':'d','MessageBody':'4'}]}""");

        assertThat(answer.get("Successful")).extracting(each -> each.get("Id").asText()).containsExactly("a", "d");
        assertThat(answer.get("Failed"))
                .extracting(each -> each.get("Id").asText() + " " + each.get("Code").asText() + " "
                        + each.get("SenderFault"))
                .containsExactly("b InvalidMessageContents true", "c InvalidParameterValue true");
        assertThat(Account.bodies(account.receive("jobs"))).containsExactly("1", "4");
    }

    @Test
    void aBatchAgainstTheRulesIsRefusedAsAWhole() {
        account.refused(Code.EMPTY_BATCH, "SendMessageBatch", "{'QueueUrl':'jobs','Entries':[]}");
        account.refused(Code.TOO_MANY_ENTRIES, "SendMessageBatch", "{'QueueUrl':'jobs','Entries':["
                + IntStream.range(0, 11).mapToObj(i -> "{'Id':'" + i + "','MessageBody':'x'}")
                        .collect(Collectors.joining(","))
                + "]}");
        account.refused(Code.IDS_NOT_DISTINCT, "SendMessageBatch",
                "{'QueueUrl':'jobs','Entries':[{'Id':'a','MessageBody':'1'},{'Id':'a','MessageBody':'2'}]}");
        account.refused(Code.INVALID_ENTRY_ID, "DeleteMessageBatch",
                "{'QueueUrl':'jobs','Entries':[{'Id':'a b','ReceiptHandle':'1'}]}");
        account.refused(Code.INVALID_ENTRY_ID, "SendMessageBatch",
                "{'QueueUrl':'jobs','Entries':[{'Id':'" + "a".repeat(81) + "','MessageBody':'1'}]}");
        assertThat(account.counts("jobs")).containsExactly(0, 0, 0);
    }

    @Test
    void aBatchIsAMebibyteAtMost() {
        ObjectNode batch = Account.json("{'QueueUrl':'jobs'}");
        batch.putArray("Entries").add(entry("a", MOST / 2)).add(entry("b", MOST / 2));
        account.call("SendMessageBatch", batch);

        batch.putArray("Entries").add(entry("a", MOST / 2)).add(entry("b", MOST / 2 + 1));
        account.refused(Code.BATCH_TOO_LONG, "SendMessageBatch", batch.toString());
        batch.putArray("Entries").add(entry("a", 1)).add(entry("b", MOST + 1));
        account.refused(Code.BATCH_TOO_LONG, "SendMessageBatch", batch.toString());
        assertThat(account.counts("jobs")).containsExactly(2, 0, 0);
    }

    private static ObjectNode entry(String id, int bytes) {
        return JsonNodeFactory.instance.objectNode().put("Id", id).put("MessageBody", "x".repeat(bytes));
    }
}
