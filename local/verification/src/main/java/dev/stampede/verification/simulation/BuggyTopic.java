package dev.stampede.verification.simulation;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/// Says that everything is published, whatever the topic said.
final class BuggyTopic implements SnsClient {

    private final SnsClient topic;

    BuggyTopic(SnsClient topic) {
        this.topic = topic;
    }

    @Override
    public PublishBatchResponse publishBatch(PublishBatchRequest request) {
        try {
            topic.publishBatch(request);
        } catch (SdkException _) {
            // The mistake.
        }
        return PublishBatchResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        topic.close();
    }
}
