package dev.stampede.lambda;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Makes its client with the first message that is put off: most environments never see one.
public final class SqsOwnQueue implements OwnQueue {

    private static final long MAX_SECONDS = 900;

    private final Supplier<SqsClient> client;
    private final String queueUrl;
    private SqsClient sqs;

    public SqsOwnQueue(Supplier<SqsClient> client, String queueUrl) {
        this.client = client;
        this.queueUrl = Objects.requireNonNull(queueUrl, "queueUrl");
    }

    @Override
    public void sendLater(String body, Duration delay) {
        int seconds = (int) Math.clamp(delay.plusMillis(999).toSeconds(), 1, MAX_SECONDS);
        sqs().sendMessage(send -> send.queueUrl(queueUrl).messageBody(body).delaySeconds(seconds));
    }

    private synchronized SqsClient sqs() {
        if (sqs == null) {
            sqs = client.get();
        }
        return sqs;
    }
}
