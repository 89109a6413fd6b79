package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.PlacedOrder;
import dev.stampede.model.wire.OrderMessage;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

@EveryEngine
class SqsOrderQueueContractTest {

    private final Cloud cloud;
    private final String queueUrl;

    SqsOrderQueueContractTest(Engine engine) {
        this.cloud = engine.cloud();
        this.queueUrl = cloud.queueUrl("OrdersQueue");
    }

    @Test
    void anOrderComesOutOfTheQueueAsItWentInWithItsTrace() {
        PlacedOrder largest = Sample.placed("customer@example.com", Sample.NOON,
                IntStream.range(0, PlacedOrder.MAX_LINES).mapToObj(i -> Sample.line("sku-" + i, 10)).toList());

        new SqsOrderQueue(cloud.sqs(), queueUrl).send(largest);

        List<Message> messages = cloud.sqs()
                .receiveMessage(receive -> receive.queueUrl(queueUrl).waitTimeSeconds(10).messageAttributeNames("All"))
                .messages();
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(OrderMessage.read(message.body())).isEqualTo(largest);
            assertThat(message.messageAttributes().get("traceparent").stringValue()).isEqualTo(largest.traceparent());
        });
    }
}
