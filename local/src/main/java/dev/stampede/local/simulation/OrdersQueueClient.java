package dev.stampede.local.simulation;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// The sending end of the queue of accepted orders.
final class OrdersQueueClient implements SqsClient {

    private final Calls calls;
    private final WorkQueue queue;

    OrdersQueueClient(Calls calls, WorkQueue queue) {
        this.calls = calls;
        this.queue = queue;
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        return calls.write("SendMessage", OrdersQueueClient::throttled, () -> {
            queue.send("order", request.messageBody());
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
