package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@EveryEngine
class SqsOwnQueueContractTest {

    private final Cloud cloud;
    private final String queueUrl;

    SqsOwnQueueContractTest(Engine engine) {
        this.cloud = engine.cloud();
        this.queueUrl = cloud.queueUrl("OrdersQueue");
    }

    @Test
    void whatIsPutOffComesLaterAsIfForTheFirstTime() {
        new SqsOwnQueue(cloud::sqs, queueUrl).sendLater("put off", Duration.ofMillis(1500), 3);

        assertThat(cloud.sqs().receiveMessage(receive -> receive.queueUrl(queueUrl)).messages()).isEmpty();
        assertThat(cloud.sqs().receiveMessage(receive -> receive.queueUrl(queueUrl)
                .waitTimeSeconds(10)
                .messageAttributeNames(SqsOwnQueue.PUT_OFFS)
                .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)).messages())
                .singleElement().satisfies(message -> {
                    assertThat(message.body()).isEqualTo("put off");
                    assertThat(message.messageAttributes().get(SqsOwnQueue.PUT_OFFS).stringValue()).isEqualTo("3");
                    assertThat(message.attributes())
                            .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
                });
    }

    @Test
    void noDelayIsLongerThanSqsKnows() {
        new SqsOwnQueue(cloud::sqs, queueUrl).sendLater("put off", Duration.ofHours(1), 0);

        assertThat(cloud.sqs().receiveMessage(receive -> receive.queueUrl(queueUrl)).messages()).isEmpty();
    }
}
