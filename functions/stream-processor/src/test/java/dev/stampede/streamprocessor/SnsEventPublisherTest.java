package dev.stampede.streamprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.streamprocessor.EventPublisher.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/// The numbers are those of the package's requirements.
final class SnsEventPublisherTest {

    private final FakeSns sns = new FakeSns();
    private final List<Integer> pauses = new ArrayList<>();
    private final SnsEventPublisher publisher =
            new SnsEventPublisher(sns, "arn:aws:sns:us-east-1:000000000000:OrderEvents", pauses::add);

    /// Requirement 3.
    @Test
    void sendsTenAtATimeInOrder() {
        assertThat(publisher.publish(messages(25, 100))).isEqualTo(25);

        assertThat(sns.batchSizes()).containsExactly(10, 10, 5);
        assertThat(sns.accepted).extracting(PublishBatchRequestEntry::message)
                .isEqualTo(messages(25, 100).stream().map(Message::body).toList());
        assertThat(sns.accepted.getFirst().messageAttributes().get("event_type").stringValue())
                .isEqualTo("order_created");
    }

    /// Requirement 3.
    @Test
    void keepsABatchBelowTheLimitInBytes() {
        assertThat(publisher.publish(messages(7, 100_000))).isEqualTo(7);

        assertThat(sns.batchSizes()).containsExactly(2, 2, 2, 1);
    }

    /// Requirement 4.
    @Test
    void sendsOnlyWhatWasRefusedAgain() {
        sns.refuse = entry -> sns.calls.size() == 1 && List.of("3", "7").contains(entry.id());

        assertThat(publisher.publish(messages(10, 100))).isEqualTo(10);

        assertThat(sns.batchSizes()).containsExactly(10, 2);
        assertThat(sns.accepted).hasSize(10);
        assertThat(pauses).containsExactly(0);
    }

    /// Requirement 4.
    @Test
    void stopsAtTheFirstMessageThatIsRefusedForGood() {
        sns.refuse = entry -> entry.message().startsWith("14 ");

        assertThat(publisher.publish(messages(30, 100))).isEqualTo(14);

        assertThat(pauses).containsExactly(0, 1, 2);
        assertThat(sns.accepted).hasSize(19);
    }

    /// Requirement 4.
    @Test
    void countsNothingOfABatchWhoseCallFailed() {
        sns.failure = SdkClientException.create("out of order");

        assertThat(publisher.publish(messages(30, 100))).isZero();
        assertThat(sns.calls).hasSize(4);
    }

    /// Requirement 4.
    @Test
    void asksATopicThatGivesNoAnswerOnce() {
        sns.failure = ApiCallTimeoutException.create(5_000);

        assertThat(publisher.publish(messages(30, 100))).isZero();
        assertThat(sns.calls).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void makesNoCallForNoMessages() {
        assertThat(publisher.publish(List.of())).isZero();
        assertThat(sns.calls).isEmpty();
    }

    private static List<Message> messages(int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Message("order_created", number + " " + "x".repeat(size)))
                .toList();
    }

    private static final class FakeSns implements SnsClient {

        final List<PublishBatchRequest> calls = new ArrayList<>();
        final List<PublishBatchRequestEntry> accepted = new ArrayList<>();
        Predicate<PublishBatchRequestEntry> refuse = _ -> false;
        SdkException failure;

        @Override
        public PublishBatchResponse publishBatch(PublishBatchRequest request) {
            calls.add(request);
            if (failure != null) {
                throw failure;
            }
            List<BatchResultErrorEntry> failed = new ArrayList<>();
            for (PublishBatchRequestEntry entry : request.publishBatchRequestEntries()) {
                if (refuse.test(entry)) {
                    failed.add(BatchResultErrorEntry.builder().id(entry.id()).code("InternalError").build());
                } else {
                    accepted.add(entry);
                }
            }
            return PublishBatchResponse.builder().failed(failed).build();
        }

        List<Integer> batchSizes() {
            return calls.stream().map(call -> call.publishBatchRequestEntries().size()).toList();
        }

        @Override
        public String serviceName() {
            return "sns";
        }

        @Override
        public void close() {}
    }
}
