package dev.stampede.inventory;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.OwnQueue;
import dev.stampede.lambda.SqsBatch;
import dev.stampede.lambda.SqsOwnQueue;
import dev.stampede.model.Order;
import dev.stampede.model.wire.EventJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class InventoryHandler implements RequestStreamHandler {

    private final MoveStock moveStock;
    private final OwnQueue queue;

    public InventoryHandler() {
        this(System.getenv());
    }

    public InventoryHandler(Map<String, String> env) {
        this(wire(env), SqsOwnQueue.of(env));
    }

    public InventoryHandler(MoveStock moveStock, OwnQueue queue) {
        this.moveStock = moveStock;
        this.queue = queue;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        SqsBatch.forBatch(in, out, body -> EventJson.read(body).order(), Order::orderId, queue, moveStock::settle);
    }

    private static MoveStock wire(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        return new MoveStock(
                new DynamoDbStockLedger(
                        dynamoDb,
                        Environment.required(env, "ORDERS_TABLE"),
                        Environment.required(env, "STOCK_TABLE"),
                        Environment.required(env, "PURCHASE_LIMITS_TABLE")),
                Backoff.fullJitter());
    }
}
