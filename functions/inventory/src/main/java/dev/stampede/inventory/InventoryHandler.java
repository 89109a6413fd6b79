package dev.stampede.inventory;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.Log;
import dev.stampede.lambda.SqsBatch;
import dev.stampede.lambda.SqsBatch.Message;
import dev.stampede.model.Order;
import dev.stampede.model.wire.EventJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class InventoryHandler implements RequestStreamHandler {

    private final MoveStock moveStock;

    public InventoryHandler() {
        this(System.getenv());
    }

    public InventoryHandler(Map<String, String> env) {
        this(wire(env));
    }

    public InventoryHandler(MoveStock moveStock) {
        this.moveStock = moveStock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        SqsBatch.handleAll(in, out, this::failures);
    }

    private Set<String> failures(List<Message> messages) {
        Set<String> failures = new HashSet<>();
        Map<String, Order> seen = new LinkedHashMap<>();
        for (Message message : messages) {
            try {
                seen.put(message.messageId(), EventJson.read(message.body()).order());
            } catch (RuntimeException e) {
                Log.error("message failed", e,
                        "messageId", message.messageId(), "receiveCount", message.receiveCount());
                failures.add(message.messageId());
            }
        }
        Set<String> failedOrders = moveStock.settle(seen.values());
        seen.forEach((messageId, order) -> {
            if (failedOrders.contains(order.orderId())) {
                failures.add(messageId);
            }
        });
        return failures;
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
