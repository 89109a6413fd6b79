package dev.stampede.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private static final Set<String> WORK =
            Set.of("OrdersQueue", "PaymentQueue", "FraudQueue", "InventoryQueue", "EmailQueue", "AnalyticsQueue",
                    "AccessCodeQueue");

    private final Templates dev = Templates.dev();
    private final Map<String, Templates.Resource> queues = dev.byName("AWS::SQS::Queue");

    @Test
    void theQueuesAreTheSixOfTheJourneyTheOneOfAccessCodesAndTheirDeadLetters() {
        assertThat(queues.keySet()).containsExactlyInAnyOrder(
                "OrdersQueue", "OrdersDeadLetters", "PaymentQueue", "PaymentDeadLetters", "FraudQueue",
                "FraudDeadLetters",
                "InventoryQueue", "InventoryDeadLetters", "EmailQueue", "EmailDeadLetters",
                "AnalyticsQueue", "AnalyticsDeadLetters", "AccessCodeQueue", "AccessCodeDeadLetters",
                "PaymentSubscriptionDeadLetters", "FraudSubscriptionDeadLetters", "InventorySubscriptionDeadLetters",
                "EmailSubscriptionDeadLetters", "AnalyticsSubscriptionDeadLetters", "StreamDeadLetters",
                "SweepOrdersDeadLetters", "NotifyRestockedDeadLetters");
    }

    @Test
    void aMessageIsTriedFiveTimesAndThenMovedToTheQueuesOwnDeadLetters() {
        WORK.forEach(queue -> {
            assertThat(queues.get(queue).text("RedrivePolicy/deadLetterTargetArn"))
                    .isEqualTo(queue.replace("Queue", "DeadLetters"));
            assertThat(queues.get(queue).property("RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(5);
        });
    }

    /// A move task takes only what a queue's own redrive policy put there.
    @Test
    void theRunbookHasAWayForTheLettersThatNoMoveTaskTakes() throws IOException {
        String runbook = Files.readString(Path.of("../docs/runbook.md"));
        Set<String> moved =
                WORK.stream().map(queue -> queue.replace("Queue", "DeadLetters")).collect(Collectors.toSet());

        assertThat(queues.keySet().stream()
                .filter(name -> name.endsWith("DeadLetters") && !moved.contains(name))
                .map(name -> name.replaceFirst("^.*(?=SubscriptionDeadLetters)", "..."))
                .distinct())
                .hasSize(4)
                .allSatisfy(name -> assertThat(runbook).contains(name));
    }

    @Test
    void deadLettersAreKeptFourteenDaysAndLongerThanTheyCouldWaitBefore() {
        queues.forEach((name, queue) -> {
            int days = queue.property("MessageRetentionPeriod").asInt() / 86_400;
            assertThat(days).as(name).isEqualTo(WORK.contains(name) ? 4 : 14);
        });
    }

    @Test
    void noMessageIsHandedOutAgainWhileItsFunctionMayStillBeRunning() {
        List<Templates.Resource> mappings = dev.all("AWS::Lambda::EventSourceMapping")
                .filter(mapping -> queues.containsKey(mapping.text("EventSourceArn"))).toList();

        assertThat(mappings).hasSize(WORK.size()).allSatisfy(mapping -> {
            int timeout = dev.functions().get(mapping.text("FunctionName").replace("Aliaslive:live", ""))
                    .property("Timeout").asInt();
            assertThat(queues.get(mapping.text("EventSourceArn")).property("VisibilityTimeout").asInt())
                    .isGreaterThanOrEqualTo(6 * timeout + mapping.property("MaximumBatchingWindowInSeconds").asInt());
        });
    }

    @Test
    void oneFailedMessageNeverTakesItsBatchBackWithIt() {
        assertThat(dev.all("AWS::Lambda::EventSourceMapping"))
                .allSatisfy(mapping -> assertThat(mapping.property("FunctionResponseTypes/0").asText())
                        .isEqualTo("ReportBatchItemFailures"));
    }

    @Test
    void batchesAreAsLargeAndAsManyAsEachConsumerIsMeantToTake() {
        Map<String, List<Integer>> batches = dev.all("AWS::Lambda::EventSourceMapping")
                .filter(mapping -> queues.containsKey(mapping.text("EventSourceArn")))
                .collect(Collectors.toMap(mapping -> mapping.text("EventSourceArn"), mapping -> List.of(
                        mapping.property("BatchSize").asInt(),
                        mapping.property("MaximumBatchingWindowInSeconds").asInt(),
                        mapping.property("ScalingConfig/MaximumConcurrency").asInt())));

        assertThat(batches).containsExactlyInAnyOrderEntriesOf(Map.of(
                "OrdersQueue", List.of(90, 1, 2),
                "PaymentQueue", List.of(10, 0, 10),
                "FraudQueue", List.of(10, 0, 10),
                "InventoryQueue", List.of(10, 0, 5),
                "EmailQueue", List.of(10, 1, 5),
                "AnalyticsQueue", List.of(90, 1, 2),
                "AccessCodeQueue", List.of(10, 0, 2)));
    }

    /// What is put off is a message anew each time: it is never old.
    @Test
    void anOperatorIsToldOfOrdersAndPaymentsThatArePutOff() {
        assertThat(dev.all("AWS::CloudWatch::Alarm")
                .filter(alarm -> alarm.property("MetricName").asText().equals("ApproximateNumberOfMessagesDelayed")))
                .extracting(alarm -> alarm.text("Dimensions/0/Value"))
                .containsExactlyInAnyOrder("OrdersQueue.QueueName", "PaymentQueue.QueueName");
        assertThat(dev.all("AWS::CloudWatch::Alarm")
                .filter(alarm -> alarm.property("MetricName").asText().equals("ApproximateNumberOfMessagesDelayed")))
                .allSatisfy(alarm -> {
                    assertThat(alarm.text("AlarmActions/0")).isEqualTo("OperatorAlerts");
                    assertThat(alarm.property("Threshold").asInt()).isZero();
                });
    }

    @Test
    void anOperatorIsToldOfTheFirstDeadLetterAndOfEveryQueueThatFallsBehind() {
        Map<String, Templates.Resource> watched = dev.all("AWS::CloudWatch::Alarm")
                .filter(alarm -> alarm.property("Namespace").asText().equals("AWS/SQS"))
                .filter(alarm -> !alarm.property("MetricName").asText().equals("ApproximateNumberOfMessagesDelayed"))
                .collect(Collectors.toMap(alarm -> alarm.text("Dimensions/0/Value").replace(".QueueName", ""),
                        it -> it));

        assertThat(watched.keySet()).isEqualTo(queues.keySet());
        watched.forEach((queue, alarm) -> {
            assertThat(alarm.text("AlarmActions/0")).isEqualTo("OperatorAlerts");
            if (WORK.contains(queue)) {
                assertThat(alarm.property("MetricName").asText()).isEqualTo("ApproximateAgeOfOldestMessage");
                assertThat(alarm.property("Threshold").asInt())
                        .isEqualTo(queues.get(queue).property("VisibilityTimeout").asInt());
            } else {
                assertThat(alarm.property("MetricName").asText()).isEqualTo("ApproximateNumberOfMessagesVisible");
                assertThat(alarm.property("Threshold").asInt()).isZero();
            }
        });
    }

    @Test
    void messagesAreEncryptedAtRestAndTravelOnlyEncrypted() {
        assertThat(queues.values()).allMatch(queue -> queue.property("SqsManagedSseEnabled").asBoolean());
        assertThat(dev.all("AWS::SQS::QueuePolicy").filter(policy -> {
            var first = policy.property("PolicyDocument/Statement/0");
            return first.path("Effect").asText().equals("Deny")
                    && first.at("/Condition/Bool/aws:SecureTransport").asText().equals("false");
        }).map(policy -> policy.text("Queues/0"))).containsExactlyInAnyOrderElementsOf(queues.keySet());
    }
}
