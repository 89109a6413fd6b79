package dev.stampede.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// What AWS's own client makes of the engine behind the endpoint. It checks every digest that it is given.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqsContractTest {

    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

    private RunningEndpoint running;
    private SqsClient sqs;
    private int queues;
    private String url;

    @BeforeAll
    void start() {
        running = new RunningEndpoint(Optional.empty());
        sqs = running.operator(SqsClient.builder());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @BeforeEach
    void queue() {
        url = created("contract-" + ++queues, Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "60"));
    }

    private String created(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(create -> create.queueName(name).attributes(attributes)).queueUrl();
    }

    private List<Message> received() {
        return sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All")
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
    }

    @Test
    void digestsOfBodyAndAttributesAreWhatTheClientComputes() {
        sqs.sendMessage(send -> send.queueUrl(url).messageBody("grüße \r\n 😀").messageAttributes(Map.of(
                "text", MessageAttributeValue.builder().dataType("String.a").stringValue("ä").build(),
                "number", MessageAttributeValue.builder().dataType("Number").stringValue("1.5").build(),
                "bytes", MessageAttributeValue.builder().dataType("Binary")
                        .binaryValue(SdkBytes.fromByteArray(new byte[]{0, -1, 2})).build()))
                .messageSystemAttributes(Map.of(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                        MessageSystemAttributeValue.builder().dataType("String").stringValue("Root=1").build())));

        assertThat(received()).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("grüße \r\n 😀");
            assertThat(message.messageAttributes().get("bytes").binaryValue().asByteArray()).containsExactly(0, -1, 2);
            assertThat(message.attributes()).containsEntry(MessageSystemAttributeName.AWS_TRACE_HEADER, "Root=1")
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
        });
    }

    @Test
    void batchesAreSentReceivedShownAgainAndDeleted() {
        var sent = sqs.sendMessageBatch(send -> send.queueUrl(url).entries(IntStream.range(0, 10)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder().id("id-" + i).messageBody("body " + i)
                        .delaySeconds(i == 9 ? 901 : 0)
                        .messageAttributes(Map.of("k", MessageAttributeValue.builder()
                                .dataType("String").stringValue("v" + i).build()))
                        .build())
                .toList()));
        assertThat(sent.successful()).hasSize(9);
        assertThat(sent.failed()).extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("id-9", "InvalidParameterValue"));

        List<Message> first = received();
        assertThat(first).hasSize(9);
        assertThat(sqs.changeMessageVisibilityBatch(change -> change.queueUrl(url).entries(first.stream()
                .map(each -> ChangeMessageVisibilityBatchRequestEntry.builder().id(each.messageId())
                        .receiptHandle(each.receiptHandle()).visibilityTimeout(0).build())
                .toList())).successful())
                .hasSize(9);
        List<Message> second = received();
        assertThat(second).hasSize(9);
        assertThat(sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(second.stream()
                .map(each -> DeleteMessageBatchRequestEntry.builder().id(each.messageId())
                        .receiptHandle(each.receiptHandle()).build())
                .toList())).failed())
                .isEmpty();
        assertThat(received()).isEmpty();
    }

    @Test
    void refusalsAreTheClientsOwnExceptionsWithTheCodesOfTheQueryProtocol() {
        assertRefused(QueueDoesNotExistException.class, "AWS.SimpleQueueService.NonExistentQueue",
                () -> sqs.getQueueUrl(get -> get.queueName("none")));
        assertRefused(QueueNameExistsException.class, "QueueAlreadyExists",
                () -> sqs.createQueue(create -> create.queueName("contract-" + queues)
                        .attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "5"))));
        assertRefused(EmptyBatchRequestException.class, "AWS.SimpleQueueService.EmptyBatchRequest",
                () -> sqs.sendMessageBatch(send -> send.queueUrl(url).entries(List.of())));
        assertRefused(InvalidMessageContentsException.class, "InvalidMessageContents",
                () -> sqs.sendMessage(send -> send.queueUrl(url).messageBody("\u0000")));
        assertRefused(ReceiptHandleIsInvalidException.class, "ReceiptHandleIsInvalid",
                () -> sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle("none")));
        assertRefused(ResourceNotFoundException.class, "ResourceNotFoundException",
                () -> sqs.startMessageMoveTask(start -> start.sourceArn(ARN + "none")));
        assertRefused(SqsException.class, "InvalidParameterValue",
                () -> sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(11)));
    }

    private static void assertRefused(Class<? extends SqsException> type, String code, Supplier<Object> call) {
        assertThatThrownBy(call::get).isInstanceOf(type).isInstanceOfSatisfying(SqsException.class,
                refused -> assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    @Test
    void queuesTagsAndSourcesAreListed() {
        String dead = "contract-dead-" + queues;
        created(dead, Map.of());
        sqs.setQueueAttributes(set -> set.queueUrl(url).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"" + ARN + dead + "\",\"maxReceiveCount\":\"1\"}")));
        sqs.tagQueue(tag -> tag.queueUrl(url).tags(Map.of("a", "b")));

        assertThat(sqs.listQueueTags(list -> list.queueUrl(url)).tags()).containsExactly(Map.entry("a", "b"));
        assertThat(sqs.listDeadLetterSourceQueues(list -> list.queueUrl(dead)).queueUrls()).containsExactly(url);
        assertThat(sqs.listQueuesPaginator(list -> list.queueNamePrefix("contract-").maxResults(1)).queueUrls())
                .contains(url);
        assertThat(sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL)).attributes())
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "60")
                .containsEntry(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "1048576");
    }

    @Test
    void lettersOfMoreThanAMebibyteInAllMoveAndTheTaskIsListed() {
        String dead = "contract-dead-" + queues;
        String deadUrl = created(dead, Map.of());
        sqs.setQueueAttributes(set -> set.queueUrl(url).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"" + ARN + dead + "\",\"maxReceiveCount\":\"1\"}")));
        for (String body : List.of("a".repeat(600_000), "b".repeat(600_000))) {
            sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
        }
        received().forEach(message -> sqs.changeMessageVisibility(change -> change
                .queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0)));
        assertThat(received()).isEmpty();
        sqs.startMessageMoveTask(start -> start.sourceArn(ARN + dead));

        await().until(() -> sqs.listMessageMoveTasks(list -> list.sourceArn(ARN + dead)).results().getFirst().status()
                .equals("COMPLETED"));
        assertThat(sqs.listMessageMoveTasks(list -> list.sourceArn(ARN + dead)).results().getFirst()
                .approximateNumberOfMessagesMoved()).isEqualTo(2);
        assertThat(received()).extracting(message -> message.body().charAt(0)).containsExactlyInAnyOrder('a', 'b');
        assertThat(sqs.receiveMessage(receive -> receive.queueUrl(deadUrl)).messages()).isEmpty();
        assertRefused(SqsException.class, "InvalidParameterValue",
                () -> sqs.startMessageMoveTask(start -> start.sourceArn(ARN + "contract-" + queues)));
    }

    @Test
    void theQueryProtocolSendsAndReceivesToo() throws IOException, InterruptedException {
        String path = url.replaceFirst("http://[^/]*", "");
        assertThat(query(path, "Action=SendMessage&MessageBody=a%0D%26b&MessageAttribute.1.Name=k"
                + "&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=v").body())
                .contains("<SendMessageResult><MessageId>", "<MD5OfMessageBody>", "<MD5OfMessageAttributes>");
        assertThat(query("/", "Action=ReceiveMessage&AttributeName.1=All&MessageAttributeName.1=All&QueueUrl=" + url)
                .body())
                .contains("<Body>a&#xD;&amp;b</Body>", "<Name>ApproximateReceiveCount</Name><Value>1</Value>",
                        "<MessageAttribute><Name>k</Name><Value><DataType>String</DataType><StringValue>v</StringValue>");
        HttpResponse<String> refused = query("/", "Action=SendMessage&MessageBody=x&QueueUrl=none");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>");
    }

    private HttpResponse<String> query(String path, String form) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(running.endpoint.url().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=operator/20260101/us-east-1/sqs/aws4_request")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&Version=2012-11-05")).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
