package dev.stampede.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final Templates dev = Templates.dev();
    private final Map<String, Templates.Resource> subscriptions = dev.all("AWS::SNS::Subscription")
            .collect(Collectors.toMap(subscription -> subscription.text("Endpoint"), it -> it));

    @Test
    void everySubscriberGetsExactlyTheEventsItAsksFor() {
        Map<String, List<String>> wanted = subscriptions.values().stream().collect(Collectors.toMap(
                subscription -> subscription.text("Endpoint"),
                subscription -> dev.texts(subscription.stack(), subscription.property("FilterPolicy/event_type"))));

        assertThat(wanted).containsExactlyInAnyOrderEntriesOf(Map.of(
                "PaymentQueue",
                List.of("order_created", "order_confirmed", "order_cancelled", "order_expired", "order_refunded"),
                "FraudQueue", List.of("order_created"),
                "InventoryQueue",
                List.of("order_confirmed", "order_cancelled", "order_expired", "order_returned", "order_refunded"),
                "EmailQueue",
                List.of("order_confirmed", "order_shipped", "order_cancelled", "order_expired", "order_refunded"),
                "AnalyticsQueue", List.of("order_created", "order_rejected", "order_confirmed", "order_cancelled",
                        "order_expired", "order_refunded")));
    }

    @Test
    void filtersLookAtTheEventTypeAttributeAndNothingElse() {
        assertThat(subscriptions.values()).allSatisfy(subscription -> {
            assertThat(subscription.property("FilterPolicy").properties()).hasSize(1);
            assertThat(subscription.property("FilterPolicyScope").isMissingNode()).isTrue();
        });
    }

    @Test
    void queuesGetAnEventAsItWasPublished() {
        assertThat(subscriptions.values()).allSatisfy(
                subscription -> assertThat(subscription.property("RawMessageDelivery").asBoolean()).isTrue());
    }

    @Test
    void whatCannotBeDeliveredIsKeptApartForEverySubscriber() {
        subscriptions
                .forEach((endpoint, subscription) -> assertThat(subscription.text("RedrivePolicy/deadLetterTargetArn"))
                        .isEqualTo(endpoint.replace("Queue", "") + "SubscriptionDeadLetters"));
    }

    @Test
    void snsMayPutMessagesOnlyIntoTheQueuesThatSubscribeAndTheirDeadLetters() {
        List<String> open = dev.all("AWS::SQS::QueuePolicy")
                .filter(policy -> Templates.items(policy.property("PolicyDocument/Statement")).stream()
                        .anyMatch(statement -> statement.at("/Principal/Service").asText().equals("sns.amazonaws.com")
                                && dev.resolve(policy.stack(), statement.at("/Condition/ArnEquals/aws:SourceArn"))
                                        .equals("OrderEvents")))
                .map(policy -> policy.text("Queues/0"))
                .toList();

        assertThat(open).containsExactlyInAnyOrder("PaymentQueue", "FraudQueue", "InventoryQueue", "EmailQueue",
                "AnalyticsQueue",
                "PaymentSubscriptionDeadLetters", "FraudSubscriptionDeadLetters", "InventorySubscriptionDeadLetters",
                "EmailSubscriptionDeadLetters", "AnalyticsSubscriptionDeadLetters");
    }

    @Test
    void aPoisonedChangeOfAnOrderIsIsolatedAndGivenUpAfterTenTries() {
        Templates.Resource stream = dev.all("AWS::Lambda::EventSourceMapping")
                .filter(mapping -> mapping.text("EventSourceArn").equals("Orders.StreamArn")).findFirst().orElseThrow();

        assertThat(stream.text("FunctionName")).isEqualTo("StreamProcessorAliaslive:live");
        assertThat(stream.property("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
        assertThat(stream.property("BatchSize").asInt()).isEqualTo(100);
        assertThat(stream.property("BisectBatchOnFunctionError").asBoolean()).isTrue();
        assertThat(stream.property("MaximumRetryAttempts").asInt()).isEqualTo(10);
        assertThat(stream.property("MaximumRecordAgeInSeconds").asInt()).isEqualTo(6 * 3600);
        assertThat(stream.text("DestinationConfig/OnFailure/Destination")).isEqualTo("StreamDeadLetters");
    }
}
