package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryProtocolTest {

    @Test
    void flatListsAndMapsBecomeThoseOfTheJsonProtocol() {
        assertThat(QueryProtocol.json("SendMessageBatch", Map.of(
                "QueueUrl", "u",
                "SendMessageBatchRequestEntry.2.Id", "b",
                "SendMessageBatchRequestEntry.2.MessageBody", "2",
                "SendMessageBatchRequestEntry.10.Id", "c",
                "SendMessageBatchRequestEntry.1.Id", "a",
                "SendMessageBatchRequestEntry.1.MessageAttribute.1.Name", "k",
                "SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType", "String",
                "SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue", "v")))
                .isEqualTo(Account.json("""
                        {'QueueUrl':'u','Entries':[
                          {'Id':'a','MessageAttributes':{'k':{'DataType':'String','StringValue':'v'}}},
                          {'Id':'b','MessageBody':'2'},{'Id':'c'}]}"""));
        assertThat(QueryProtocol.json("CreateQueue", Map.of("QueueName", "q", "Attribute.1.Name", "DelaySeconds",
                "Attribute.1.Value", "5", "Tag.1.Key", "a", "Tag.1.Value", "b", "AttributeName.1", "All")))
                .isEqualTo(Account
                        .json("""
                                {'QueueName':'q','Attributes':{'DelaySeconds':'5'},'tags':{'a':'b'},'AttributeNames':['All']}"""));
    }

    @Test
    void namesThatAreNoneOfSqsDoNoHarm() {
        JsonNode json = QueryProtocol.json("SendMessage", Map.of("a", "1", "a.b", "2", "Attribute", "x",
                "Attribute.one.Name", "n", ".", "dots", "", "empty", "x.".repeat(100_000), "deep"));

        assertThat(json.path("Attributes").size()).isZero();
    }

    @Test
    void anAnswerIsFlattenedTheSameWay() {
        assertThat(QueryProtocol.answer("ReceiveMessage", Account.json("""
                {'Messages':[{'MessageId':'1','Body':'<a>\\r\\n&"','Attributes':{'SentTimestamp':'5'},
                 'MessageAttributes':{'k':{'DataType':'String','StringValue':'v'}}}]}""")))
                .startsWith("<ReceiveMessageResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">"
                        + "<ReceiveMessageResult><Message><MessageId>1</MessageId>"
                        + "<Body>&lt;a&gt;&#xD;\n&amp;&quot;</Body>"
                        + "<Attribute><Name>SentTimestamp</Name><Value>5</Value></Attribute>"
                        + "<MessageAttribute><Name>k</Name><Value><DataType>String</DataType>"
                        + "<StringValue>v</StringValue></Value></MessageAttribute></Message></ReceiveMessageResult>"
                        + "<ResponseMetadata><RequestId>");
        assertThat(QueryProtocol.answer("SendMessageBatch", Account.json("""
                {'Successful':[{'Id':'a'}],'Failed':[{'Id':'b','SenderFault':true}]}""")))
                .contains("<SendMessageBatchResultEntry><Id>a</Id></SendMessageBatchResultEntry>"
                        + "<BatchResultErrorEntry><Id>b</Id><SenderFault>true</SenderFault></BatchResultErrorEntry>");
        assertThat(QueryProtocol.answer("DeleteMessage", Account.json("{}"))).doesNotContain("Result");
    }

    @Test
    void anErrorHasTheCodeOfTheQueryProtocol() {
        assertThat(QueryProtocol.error(new SqsException(SqsException.Code.QUEUE_DOES_NOT_EXIST, "No <queue>.")))
                .contains("<Type>Sender</Type><Code>AWS.SimpleQueueService.NonExistentQueue</Code>"
                        + "<Message>No &lt;queue&gt;.</Message>");
    }
}
