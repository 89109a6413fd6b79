package dev.stampede.ordering;

import dev.stampede.model.PlacedOrder;
import dev.stampede.model.wire.OrderMessage;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

public final class SqsOrderQueue implements OrderQueue {

    private final SqsClient sqs;
    private final String queueUrl;

    public SqsOrderQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = Objects.requireNonNull(queueUrl, "queueUrl");
    }

    @Override
    public void send(PlacedOrder placed) {
        MessageAttributeValue traceparent = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(placed.traceparent())
                .build();
        sqs.sendMessage(send -> send
                .queueUrl(queueUrl)
                .messageBody(OrderMessage.write(placed))
                .messageAttributes(Map.of("traceparent", traceparent)));
    }
}
