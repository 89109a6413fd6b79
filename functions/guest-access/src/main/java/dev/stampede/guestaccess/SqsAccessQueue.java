package dev.stampede.guestaccess;

import dev.stampede.model.AccessRequest;
import dev.stampede.model.wire.AccessRequestJson;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;

public final class SqsAccessQueue implements AccessQueue {

    private final SqsClient sqs;
    private final String queueUrl;

    public SqsAccessQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = Objects.requireNonNull(queueUrl, "queueUrl");
    }

    @Override
    public void send(AccessRequest request) {
        sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(AccessRequestJson.write(request)));
    }
}
