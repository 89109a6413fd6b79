package dev.stampede.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.listener.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

class ServicesTest {

    private RunningEndpoint running;
    private DynamoDbClient dynamoDb;
    private SqsClient sqs;

    @BeforeEach
    void start() {
        running = new RunningEndpoint(Optional.empty());
        dynamoDb = running.operator(DynamoDbClient.builder());
        sqs = running.operator(SqsClient.builder());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    /// With another's name in front a page could send the header that names the operator.
    @Test
    void aPageUnderAnotherNameScansNoTable() throws IOException {
        String[] scan = {
            "Origin: http://evil.example:4567", "X-Amz-Target: DynamoDB_20120810.Scan",
            "Authorization: AWS4-HMAC-SHA256 Credential=operator/x",
            "Content-Length: 0"
        };
        String[] rebound =
                Stream.concat(Stream.of("Host: evil.example:4567"), Arrays.stream(scan)).toArray(String[]::new);
        String[] crossed = Stream.concat(Stream.of("Host: localhost"), Arrays.stream(scan)).toArray(String[]::new);

        assertThat(RawHttp.send(running.endpoint.url().getPort(), "POST / HTTP/1.1", rebound).status()).isEqualTo(421);
        assertThat(RawHttp.send(running.endpoint.url().getPort(), "POST / HTTP/1.1", crossed).status()).isEqualTo(403);
        assertThat(running.endpoint.meter().snapshot().get("calls")).isEmpty();
    }

    @Test
    void aMessageReceivedTooOftenMovesToTheDeadLetterQueue() {
        String url = running.queueUrl("OrdersQueue");
        sqs.sendMessage(send -> send.queueUrl(url).messageBody("poison"));
        for (int receive = 1; receive <= 2; receive++) {
            String expected = Integer.toString(receive);
            List<Message> received = sqs.receiveMessage(each -> each.queueUrl(url).waitTimeSeconds(5)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
            assertThat(received).singleElement().satisfies(message -> assertThat(message.attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, expected));
            sqs.changeMessageVisibility(each -> each.queueUrl(url)
                    .receiptHandle(received.getFirst().receiptHandle()).visibilityTimeout(0));
        }
        assertThat(sqs.receiveMessage(each -> each.queueUrl(url)).messages()).isEmpty();
        assertThat(running.drain("OrdersDeadLetters")).extracting(Message::body).containsExactly("poison");
    }

    @Test
    void aRedriveTakesDeadLettersBackToTheirQueue() {
        sqs.sendMessage(send -> send.queueUrl(running.queueUrl("OrdersDeadLetters")).messageBody("again")
                .messageAttributes(Map.of("event_type", MessageAttributeValue.builder()
                        .dataType("String").stringValue("order_created").build())));
        sqs.startMessageMoveTask(move -> move.sourceArn("arn:aws:sqs:us-east-1:000000000000:OrdersDeadLetters")
                .destinationArn("arn:aws:sqs:us-east-1:000000000000:OrdersQueue"));

        assertThat(sqs.receiveMessage(each -> each.queueUrl(running.queueUrl("OrdersQueue")).waitTimeSeconds(5)
                .messageAttributeNames("All")).messages())
                .singleElement().satisfies(message -> {
                    assertThat(message.body()).isEqualTo("again");
                    assertThat(message.messageAttributes().get("event_type").stringValue()).isEqualTo("order_created");
                });
        assertThat(running.drain("OrdersDeadLetters")).isEmpty();
    }

    @Test
    void aDeletedMessageIsGone() {
        sqs.sendMessage(send -> send.queueUrl(running.queueUrl("EmailQueue")).messageBody("once"));

        assertThat(running.drain("EmailQueue")).hasSize(1);
        assertThat(sqs.getQueueAttributes(get -> get.queueUrl(running.queueUrl("EmailQueue"))
                .attributeNamesWithStrings("All"))
                .attributesAsStrings()).containsEntry("ApproximateNumberOfMessages", "0")
                .containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
    }

    @Test
    void errorsOfAnEngineAreTheSdksOwnExceptions() {
        assertThatThrownBy(() -> sqs.sendMessage(send -> send.queueUrl(running.queueUrl("None")).messageBody("x")))
                .isInstanceOf(QueueDoesNotExistException.class);
        assertThatThrownBy(() -> dynamoDb.putItem(put -> put.tableName("Stock").item(sku("a"))
                .conditionExpression("attribute_exists(sku)"))).isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void aCancelledTransactionTellsWhyItemByItem() {
        assertThatThrownBy(() -> dynamoDb.transactWriteItems(write -> write.transactItems(
                TransactWriteItem.builder().put(put -> put.tableName("Orders").item(order("1"))).build(),
                TransactWriteItem.builder().update(update -> update.tableName("Stock").key(sku("none"))
                        .updateExpression("SET available = available - :one")
                        .conditionExpression("available >= :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))).build())))
                .isInstanceOfSatisfying(TransactionCanceledException.class,
                        cancelled -> assertThat(cancelled.cancellationReasons()).extracting("code")
                                .containsExactly("None", "ConditionalCheckFailed"));
    }

    @Test
    void aTransactionIsMeteredByItsItemsAtTwiceTheirKilobytesAndOnceForTheIndex() {
        dynamoDb.transactWriteItems(write -> write.transactItems(
                TransactWriteItem.builder().put(put -> put.tableName("Orders").item(Map.of(
                        "orderId", AttributeValue.fromS("1"),
                        "customerEmail", AttributeValue.fromS("a@example.com"),
                        "createdAt", AttributeValue.fromS("2026-01-01"),
                        "note", AttributeValue.fromS("x".repeat(1500))))).build(),
                TransactWriteItem.builder().put(put -> put.tableName("Orders").item(order("2"))).build(),
                TransactWriteItem.builder().update(update -> update.tableName("Stock").key(sku("a"))
                        .updateExpression("SET available = :n")
                        .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("9"))))
                        .build()));

        assertThat(units("Orders", "TransactWriteItems", "writeUnits")).isEqualTo(2 * 2 + 2 + 2, within(0.01));
        assertThat(units("Stock", "TransactWriteItems", "writeUnits")).isEqualTo(2, within(0.01));
        assertThat(units("Stock", "TransactWriteItems", "items")).isEqualTo(1, within(0.01));
    }

    @Test
    void readsAndSingleWritesAreMeteredWithoutTheCallerSeeingIt() {
        PutItemResponse put = dynamoDb.putItem(each -> each.tableName("Stock").item(sku("a")));
        dynamoDb.getItem(get -> get.tableName("Stock").key(sku("a")));
        dynamoDb.getItem(get -> get.tableName("Stock").key(sku("a")).consistentRead(true));

        assertThat(put.consumedCapacity()).isNull();
        assertThat(units("Stock", "PutItem", "writeUnits")).isEqualTo(1, within(0.01));
        assertThat(units("Stock", "GetItem", "readUnits")).isEqualTo(1.5, within(0.01));
        assertThat(running.endpoint.meter().snapshot().get("calls")).anySatisfy(call -> {
            assertThat(call.get("action").asText()).isEqualTo("GetItem");
            assertThat(call.get("session").asText()).isEqualTo("operator");
            assertThat(call.get("count").asInt()).isEqualTo(2);
        });
        running.endpoint.meter().reset();
        assertThat(running.endpoint.meter().snapshot().get("calls")).isEmpty();
    }

    @Test
    void mailsLandInTheMailbox() {
        SesClient ses = running.processor(SesClient.builder());
        String id = ses.sendEmail(mail -> mail.source("Stampede <shop@stampede.example>")
                .destination(to -> to.toAddresses("a@example.com").ccAddresses("b@example.com"))
                .message(message -> message.subject(text -> text.data("Grüße & <danke>"))
                        .body(body -> body.html(text -> text.data("<b>hi</b>")).text(text -> text.data("hi")))))
                .messageId();

        assertThat(running.endpoint.mailbox().find(id)).hasValueSatisfying(mail -> {
            assertThat(mail.subject()).isEqualTo("Grüße & <danke>");
            assertThat(mail.to()).containsExactly("a@example.com");
            assertThat(mail.cc()).containsExactly("b@example.com");
            assertThat(mail.html()).isEqualTo("<b>hi</b>");
            assertThat(mail.text()).isEqualTo("hi");
        });
        // By recipient the meter would grow with every customer, and the status page and the journal name them.
        assertThat(running.endpoint.meter().snapshot().toString()).contains("shop@stampede.example")
                .doesNotContain("a@example.com");
    }

    @Test
    void aRawMailIsShownByItsParts() {
        String mime = """
                From: shop@stampede.example
                To: a@example.com, b@example.com
                Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
                Content-Type: multipart/alternative; boundary="cut"

                --cut
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Gr=C3=BC=C3=9Fe
                --cut
                Content-Type: text/html; charset=UTF-8
                Content-Transfer-Encoding: base64

                PGI+aGk8L2I+
                --cut--
                """;
        running.operator(SesClient.builder()).sendRawEmail(mail -> mail
                .rawMessage(raw -> raw.data(SdkBytes.fromString(mime.replace("\n", "\r\n"), StandardCharsets.UTF_8))));

        assertThat(running.endpoint.mailbox().mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Grüße");
            assertThat(mail.to()).containsExactly("a@example.com", "b@example.com");
            assertThat(mail.text()).isEqualTo("Grüße");
            assertThat(mail.html()).isEqualTo("<b>hi</b>");
        });
    }

    @Test
    void aCallThatChangesSomethingIsNotedWithItsOrders() {
        String order = UUID.randomUUID().toString();
        running.processor(SqsClient.builder()).sendMessage(send -> send.queueUrl(running.queueUrl("OrdersQueue"))
                .messageBody("{\"orderId\":\"" + order + "\"}"));
        dynamoDb.getItem(get -> get.tableName("Orders").key(Map.of("orderId", AttributeValue.fromS(order))));

        assertThat(running.hops).filteredOn(hop -> hop.orders().contains(order)).singleElement().satisfies(hop -> {
            assertThat(hop).extracting(Journal.Hop::kind, Journal.Hop::actor, Journal.Hop::target, Journal.Hop::action,
                    Journal.Hop::outcome).containsExactly("sqs", "Processor", "OrdersQueue", "SendMessage", "ok");
            assertThat(hop.micros()).isPositive();
        });
    }

    @Test
    void lambdaIsInvokedOverItsRestApi() throws Exception {
        HttpResponse<String> answer =
                post("/2015-03-31/functions/Analytics/invocations?Qualifier=live", "RequestResponse");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("null");
        assertThat(running.invocations).containsExactly(
                "arn:aws:lambda:us-east-1:000000000000:function:Analytics:live {\"x\":1}");

        assertThat(post("/2015-03-31/functions/Analytics/invocations", "Event").statusCode()).isEqualTo(202);
        await().until(() -> running.invocations.size() == 2);
        assertThat(post("/2015-03-31/functions/None/invocations", "Event").statusCode()).isEqualTo(404);
    }

    @Test
    void aRequestWithoutACredentialIsRefused() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(running.endpoint.url())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("Action=ListQueues&Version=2012-11-05")).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("MissingAuthenticationToken");
    }

    private HttpResponse<String> post(String path, String type) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(running.endpoint.url() + path))
                        .header("Authorization",
                                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/lambda/aws4_request")
                        .header("X-Amz-Invocation-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"x\":1}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private double units(String table, String action, String kind) {
        for (JsonNode use : running.endpoint.meter().snapshot().get("capacity")) {
            if (use.get("table").asText().equals(table) && use.get("action").asText().equals(action)) {
                return use.get(kind).asDouble();
            }
        }
        return 0;
    }

    private static Map<String, AttributeValue> sku(String sku) {
        return Map.of("sku", AttributeValue.fromS(sku));
    }

    private static Map<String, AttributeValue> order(String id) {
        return Map.of("orderId", AttributeValue.fromS(id));
    }
}
