package dev.stampede.reservation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.OwnQueue;
import dev.stampede.lambda.SqsBatch;
import dev.stampede.lambda.SqsOwnQueue;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.wire.OrderMessage;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class ProcessOrderHandler implements RequestStreamHandler {

    private final ProcessOrder processOrder;
    private final OwnQueue queue;

    public ProcessOrderHandler() {
        this(System.getenv());
    }

    public ProcessOrderHandler(Map<String, String> env) {
        this(new ProcessOrder(
                new DynamoDbReservations(
                        AwsClients.build(DynamoDbClient.builder()),
                        Environment.required(env, "ORDERS_TABLE"),
                        Environment.required(env, "STOCK_TABLE"),
                        Environment.required(env, "PURCHASE_LIMITS_TABLE")),
                Environment.duration(env, "RESERVATION_HOLD"),
                Backoff.fullJitter(),
                InstantSource.system()), SqsOwnQueue.of(env));
    }

    public ProcessOrderHandler(ProcessOrder processOrder, OwnQueue queue) {
        this.processOrder = processOrder;
        this.queue = queue;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        SqsBatch.forBatch(in, out, OrderMessage::read, PlacedOrder::orderId, queue, processOrder::process);
    }
}
