package dev.stampede.streamprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.streamprocessor.EventPublisher.Message;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EveryEngine
class SnsEventPublisherContractTest {

    private final Cloud cloud;
    private final EventPublisher publisher;
    private final String run = Sample.id();

    SnsEventPublisherContractTest(Engine engine) {
        this.cloud = engine.cloud();
        this.publisher = new SnsEventPublisher(cloud.sns(), Cloud.TOPIC_ARN, _ -> {});
    }

    @Test
    void moreEventsThanOneCallTakesArriveWhereTheirTypeIsWanted() {
        List<Message> events = IntStream.range(0, 24)
                .mapToObj(i -> new Message(i % 2 == 0 ? "order_created" : "order_confirmed", run + " für " + i))
                .toList();

        assertThat(publisher.publish(events)).isEqualTo(24);

        assertThat(received(12)).containsExactlyInAnyOrderElementsOf(
                events.stream().filter(event -> event.eventType().equals("order_created")).map(Message::body).toList());
    }

    @Test
    void theEventsBeforeOneThatIsTooLargeArePublished() {
        List<Message> events = List.of(
                new Message("order_created", run + " small"),
                new Message("order_created", run + "x".repeat(SnsEventPublisher.MAX_BYTES + 1)),
                new Message("order_created", run + " after it"));

        assertThat(publisher.publish(events)).isEqualTo(1);
        assertThat(received(1)).containsExactly(run + " small");
    }

    @Test
    void whereThereIsNoTopicNothingIsPublished() {
        EventPublisher lost = new SnsEventPublisher(cloud.sns(), Cloud.TOPIC_ARN + "Lost", _ -> {});

        assertThat(lost.publish(List.of(new Message("order_created", "lost")))).isZero();
    }

    /// Takes this test's messages out of the queue: as many as are wanted, and what comes with them.
    private List<String> received(int wanted) {
        String queueUrl = cloud.queueUrl("CreatedQueue");
        List<String> bodies = new ArrayList<>();
        boolean more = true;
        while (bodies.size() < wanted && more) {
            var messages = cloud.sqs()
                    .receiveMessage(receive -> receive.queueUrl(queueUrl).maxNumberOfMessages(10).waitTimeSeconds(5))
                    .messages();
            messages.forEach(message -> {
                if (message.body().startsWith(run)) {
                    bodies.add(message.body());
                }
                cloud.sqs().deleteMessage(delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
            });
            more = !messages.isEmpty();
        }
        return bodies;
    }
}
