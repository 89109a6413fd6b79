package dev.stampede.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Makes its client with the first message that is put off: most environments never see one.
public final class SqsOwnQueue implements OwnQueue {

    /// The message attribute that says how often.
    static final String PUT_OFFS = "putOffs";

    private static final long MAX_SECONDS = 900;

    private final Supplier<SqsClient> client;
    private final String queueUrl;
    private @Nullable SqsClient sqs;

    public SqsOwnQueue(Supplier<SqsClient> client, String queueUrl) {
        this.client = client;
        this.queueUrl = Objects.requireNonNull(queueUrl, "queueUrl");
    }

    /// @param env with `OWN_QUEUE_URL`
    public static OwnQueue of(Map<String, String> env) {
        return new SqsOwnQueue(
                () -> AwsClients.build(SqsClient.builder()), Environment.required(env, "OWN_QUEUE_URL"));
    }

    @Override
    public void sendLater(String body, Duration delay, int putOffs) {
        int seconds = (int) Math.clamp(delay.plusMillis(999).toSeconds(), 1, MAX_SECONDS);
        sqs().sendMessage(send -> send.queueUrl(queueUrl)
                .messageBody(body)
                .delaySeconds(seconds)
                .messageAttributes(Map.of(PUT_OFFS, MessageAttributeValue.builder()
                        .dataType("Number")
                        .stringValue(Integer.toString(putOffs))
                        .build())));
    }

    private synchronized SqsClient sqs() {
        SqsClient made = sqs;
        if (made == null) {
            made = client.get();
            sqs = made;
        }
        return made;
    }
}
