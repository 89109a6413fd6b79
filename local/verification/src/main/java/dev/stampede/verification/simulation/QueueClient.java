package dev.stampede.verification.simulation;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// The sending end of a queue.
final class QueueClient implements SqsClient {

    private final Calls calls;
    private final WorkQueue queue;
    private final String label;

    /// @param label what its messages are about, for the trace
    QueueClient(Calls calls, WorkQueue queue, String label) {
        this.calls = calls;
        this.queue = queue;
        this.label = label;
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        return calls.write("SendMessage", QueueClient::throttled, () -> {
            long delay = request.delaySeconds() == null ? 0 : request.delaySeconds() * 1000L;
            queue.send(label, request.messageBody(), delay);
            return SendMessageResponse.builder().build();
        });
    }

    private static RuntimeException throttled() {
        return SqsException.builder().message("Rate exceeded").statusCode(403).writableStackTrace(false).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
