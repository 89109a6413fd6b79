package dev.stampede.streamprocessor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.StreamBatch;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;

public final class StreamProcessorHandler implements RequestStreamHandler {

    private final PublishChanges publishChanges;

    public StreamProcessorHandler() {
        this(System.getenv());
    }

    public StreamProcessorHandler(Map<String, String> env) {
        this(wire(env));
    }

    public StreamProcessorHandler(PublishChanges publishChanges) {
        this.publishChanges = publishChanges;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        StreamBatch.handleAll(in, out,
                changes -> publishChanges.publish(changes.stream().map(DynamoDbOrderChange::new).toList()));
    }

    private static PublishChanges wire(Map<String, String> env) {
        SnsClient sns = AwsClients.build(SnsClient.builder());
        return new PublishChanges(new SnsEventPublisher(
                sns, Environment.required(env, "ORDER_EVENTS_TOPIC_ARN"), Backoff.fullJitter()));
    }
}
