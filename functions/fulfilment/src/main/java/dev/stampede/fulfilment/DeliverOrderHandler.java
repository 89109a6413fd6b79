package dev.stampede.fulfilment;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.fulfilment.StaffRequest.Result.Allowed;
import dev.stampede.fulfilment.StaffRequest.Result.Refused;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.model.Order;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.table.DynamoDbRecordedOrders;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class DeliverOrderHandler implements RequestStreamHandler {

    private final MoveOrder moveOrder;

    public DeliverOrderHandler() {
        this(System.getenv());
    }

    public DeliverOrderHandler(Map<String, String> env) {
        this(wire(AwsClients.build(DynamoDbClient.builder()), Environment.required(env, "ORDERS_TABLE")));
    }

    public DeliverOrderHandler(MoveOrder moveOrder) {
        this.moveOrder = moveOrder;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (StaffRequest.read(request)) {
            case Refused(HttpResponse problem) -> problem;
            case Allowed(Staff staff, _) -> StaffAnswer.of(
                    moveOrder.move(request.pathParameter("id"), staff, Order::delivered), "Order delivered");
        };
    }

    private static MoveOrder wire(DynamoDbClient dynamoDb, String ordersTable) {
        return new MoveOrder(
                DynamoDbRecordedOrders.consistent(dynamoDb, ordersTable),
                new DynamoDbOrderTransitions(dynamoDb, ordersTable),
                InstantSource.system());
    }
}
