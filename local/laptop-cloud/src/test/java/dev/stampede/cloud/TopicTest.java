package dev.stampede.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.fault.FaultPlan;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.lambda.Invoker;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;

class TopicTest {

    private RunningEndpoint running;
    private SnsClient sns;

    @BeforeEach
    void start() {
        running = new RunningEndpoint(Optional.empty());
        sns = running.processor(SnsClient.builder());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void everyEventTypeReachesExactlyTheSubscriptionsThatAskForIt() {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("order_created", "PaymentQueue FraudQueue Analytics"),
                Map.entry("order_rejected", "UntaggedQueue Analytics"),
                Map.entry("order_confirmed", "PaymentQueue InventoryQueue EmailQueue UntaggedQueue Analytics"),
                Map.entry("order_cancelled", "PaymentQueue InventoryQueue EmailQueue UntaggedQueue Analytics"),
                Map.entry("order_expired", "PaymentQueue InventoryQueue UntaggedQueue Analytics"),
                Map.entry("order_shipped", "EmailQueue UntaggedQueue"),
                Map.entry("order_delivered", "UntaggedQueue"),
                Map.entry("order_refunded", "EmailQueue UntaggedQueue Analytics"),
                Map.entry("return_requested", "UntaggedQueue"),
                Map.entry("order_returned", "InventoryQueue UntaggedQueue"),
                Map.entry("payment_captured", "UntaggedQueue"),
                Map.entry("stock_low", "UntaggedQueue"));

        expected.forEach((type, subscribers) -> {
            publish(type, Map.of("event_type", text(type)));
            assertThat(reached(subscribers.contains("Analytics"))).as(type).isEqualTo(Set.of(subscribers.split(" ")));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "order_x | Number       | 100           | LargeQueue,UntaggedQueue",
        "order_x | Number       | 99.99         | UntaggedQueue",
        "other   | Number       | 5000          | UntaggedQueue",
        "order_x | String       | 100           | UntaggedQueue",
    })
    void numbersAreComparedAsNumbers(String type, String kind, String total, String queues) {
        publish("m", Map.of("event_type", text(type), "total", value(kind, total)));

        assertThat(reached(false)).isEqualTo(Set.of(queues.split(",")));
    }

    @Test
    void anArrayPassesByAnyOfItsElements() {
        publish("m", Map.of("tags", value("String.Array", "[\"new\",\"vip\"]")));
        assertThat(reached(false)).containsExactly("TaggedQueue");

        publish("m", Map.of("tags", value("String.Array", "[\"new\"]")));
        assertThat(reached(false)).isEmpty();
    }

    @Test
    void aFilterOnTheBodyLooksIntoTheMessage() {
        publish("{\"order\":{\"country\":\"DE\"}}", Map.of());
        publish("{\"order\":{\"country\":\"FR\"}}", Map.of());
        publish("no json", Map.of());

        assertThat(running.drain("BodyQueue")).extracting(Message::body)
                .containsExactly("{\"order\":{\"country\":\"DE\"}}");
    }

    @Test
    void rawDeliveryCarriesTheMessageAndItsAttributesAsTheyAre() {
        publish("{\"a\":\"<&>\"}", Map.of("event_type", text("order_created"), "n", value("Number", "1")));

        assertThat(running.drain("FraudQueue")).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("{\"a\":\"<&>\"}");
            assertThat(message.messageAttributes()).containsOnlyKeys("event_type", "n");
            assertThat(message.messageAttributes().get("event_type").stringValue()).isEqualTo("order_created");
        });
    }

    @Test
    void otherwiseTheMessageComesInANotification() throws IOException {
        String id = sns.publish(publish -> publish.topicArn(RunningEndpoint.TOPIC).subject("S").message("hello")
                .messageAttributes(Map.of("event_type", text("enveloped")))).messageId();

        JsonNode body = Protocol.MAPPER.readTree(running.drain("EnvelopeQueue").getFirst().body());
        assertThat(body.get("Type").asText()).isEqualTo("Notification");
        assertThat(body.get("MessageId").asText()).isEqualTo(id);
        assertThat(body.get("Message").asText()).isEqualTo("hello");
        assertThat(body.get("Subject").asText()).isEqualTo("S");
        assertThat(body.get("TopicArn").asText()).isEqualTo(RunningEndpoint.TOPIC);
        assertThat(body.at("/MessageAttributes/event_type/Value").asText()).isEqualTo("enveloped");
    }

    @Test
    void aQueueWhosePolicyDoesNotAdmitTheTopicGetsNothingAndTheMessageIsADeadLetter() {
        publish("hello", Map.of("event_type", text("refused")));

        assertThat(running.drain("ClosedQueue")).isEmpty();
        assertThat(running.drain("SubscriptionDeadLetters")).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("hello");
            assertThat(message.messageAttributes().get("ErrorMessage").stringValue()).contains("ClosedQueue");
        });
        assertThat(running.hops).anySatisfy(hop -> {
            assertThat(hop.kind()).isEqualTo("dead-letter");
            assertThat(hop.target()).isEqualTo("SubscriptionDeadLetters");
        });
    }

    @Test
    void aBatchIsDeliveredWholeAndItsTellsOfEachEntry() {
        PublishBatchResponse answer = sns.publishBatch(batch -> batch.topicArn(RunningEndpoint.TOPIC)
                .publishBatchRequestEntries(IntStream.range(0, 10)
                        .mapToObj(i -> PublishBatchRequestEntry.builder().id("e" + i).message(i == 3 ? "" : "m" + i)
                                .messageAttributes(Map.of("event_type", text("order_created"))).build())
                        .toList()));

        assertThat(answer.successful()).hasSize(9);
        assertThat(answer.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.id()).isEqualTo("e3");
            assertThat(failed.senderFault()).isTrue();
        });
        assertThat(running.drain("PaymentQueue")).hasSize(9);
        assertThat(running.drain("FraudQueue")).hasSize(9);
    }

    @Test
    void aFunctionGetsEachMessageAsAnEventOfItsOwn() throws IOException {
        String order = UUID.randomUUID().toString();
        publish("{\"orderId\":\"" + order + "\"}", Map.of("event_type", text("order_created")));

        await().until(() -> running.invocations.size() == 1);
        String[] invocation = running.invocations.getFirst().split(" ", 2);
        JsonNode event = Protocol.MAPPER.readTree(invocation[1]).at("/Records/0");
        assertThat(invocation[0]).isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:Analytics:live");
        assertThat(event.get("EventSource").asText()).isEqualTo("aws:sns");
        assertThat(event.at("/Sns/Message").asText()).contains(order);
        assertThat(event.at("/Sns/MessageAttributes/event_type/Value").asText()).isEqualTo("order_created");
        assertThat(running.hops.stream().filter(hop -> hop.orders().contains(order)).map(Journal.Hop::target))
                .contains("PaymentQueue", "FraudQueue", "Analytics:live");
    }

    @Test
    void aFunctionThatFailsIsInvokedTwiceMoreAndThenTheEventIsADeadLetter() {
        running.function = _ -> new Invoker.Result.FunctionError("{\"errorMessage\":\"boom\"}".getBytes());
        publish("hello", Map.of("event_type", text("order_created")));

        await().untilAsserted(() -> assertThat(running.drain("AnalyticsDeadLetters")).singleElement()
                .satisfies(message -> {
                    assertThat(message.body()).contains("hello").contains("Records");
                    assertThat(message.messageAttributes().get("ErrorMessage").stringValue()).isEqualTo("boom");
                }));
        assertThat(running.invocations).hasSize(3);
    }

    @Test
    void aThrottledEventWaitsWithoutUsingUpItsRetries() {
        running.function = _ -> running.invocations.size() < 5
                ? new Invoker.Result.Throttled()
                : new Invoker.Result.Success("null".getBytes());
        publish("hello", Map.of("event_type", text("order_created")));

        await().until(() -> running.invocations.size() == 5);
        assertThat(running.drain("AnalyticsDeadLetters")).isEmpty();
    }

    @Test
    void aFunctionGetsAnEventAgainAndAPausedOneGetsItLater() {
        running.faults.start(FaultPlan.parse("duplicate:OrderEvents:Analytics:0ms,pause:OrderEvents:Analytics", 1));
        publish("twice", Map.of("event_type", text("order_rejected")));

        await().until(() -> running.faults.counts().get("pause") == 2);
        assertThat(running.invocations).isEmpty();
        running.faults.resume("OrderEvents:Analytics");

        await().until(() -> running.invocations.size() == 2);
        assertThat(running.invocations.getFirst()).contains("twice").isEqualTo(running.invocations.getLast());
    }

    @Test
    void anEventThatIsHeldBackIsOvertaken() {
        running.faults.start(FaultPlan.parse("reorder:OrderEvents:Analytics:300ms", 1));
        publish("first", Map.of("event_type", text("order_rejected")));
        running.faults.calm();
        publish("second", Map.of("event_type", text("order_rejected")));

        await().until(() -> running.invocations.size() == 2);
        assertThat(running.invocations.getFirst()).contains("second");
    }

    @Test
    void whatATopicDeliversTwiceToAQueueIsTwoMessagesThere() {
        running.faults.start(FaultPlan.parse("duplicate:OrderEvents:FraudQueue", 1));
        publish("twice", Map.of("event_type", text("order_created")));

        assertThat(running.drain("FraudQueue")).hasSize(2).extracting(Message::messageId).doesNotHaveDuplicates();
        assertThat(running.drain("PaymentQueue")).hasSize(1);
    }

    private void publish(String message, Map<String, MessageAttributeValue> attributes) {
        sns.publish(publish -> publish.topicArn(RunningEndpoint.TOPIC).message(message).messageAttributes(attributes));
    }

    /// Which queues hold a message, and whether the function was invoked, since this was last asked.
    private Set<String> reached(boolean function) {
        Set<String> reached = running.queues().stream()
                .filter(queue -> !running.drain(queue).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (function) {
            await().until(() -> !running.invocations.isEmpty());
        }
        if (!running.invocations.isEmpty()) {
            reached.add("Analytics");
            running.invocations.clear();
        }
        return reached;
    }

    private static MessageAttributeValue text(String value) {
        return value("String", value);
    }

    private static MessageAttributeValue value(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
