package dev.stampede.fulfilment;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.fulfilment.StaffRequest.Result.Allowed;
import dev.stampede.fulfilment.StaffRequest.Result.Refused;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.FieldReader;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.model.Reason;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.table.DynamoDbRecordedOrders;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class ReceiveReturnHandler implements RequestStreamHandler {

    private static final Map<String, Reason> UNITS =
            Map.of("restock", Reason.RESTOCKED, "write-off", Reason.WRITTEN_OFF);

    private final MoveOrder moveOrder;

    public ReceiveReturnHandler() {
        this(System.getenv());
    }

    public ReceiveReturnHandler(Map<String, String> env) {
        this(wire(AwsClients.build(DynamoDbClient.builder()), Environment.required(env, "ORDERS_TABLE")));
    }

    public ReceiveReturnHandler(MoveOrder moveOrder) {
        this.moveOrder = moveOrder;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (StaffRequest.read(request, Set.of("units"), ReceiveReturnHandler::units)) {
            case Refused(HttpResponse problem) -> problem;
            case Allowed(Staff staff, Reason units) -> StaffAnswer.of(
                    moveOrder.move(request.pathParameter("id"), staff, (order, by) -> order.returned(units, by)),
                    "Return received");
        };
    }

    private static Optional<Reason> units(FieldReader body) {
        return body.required("units", String.class, "restock or write-off", UNITS::containsKey).map(UNITS::get);
    }

    private static MoveOrder wire(DynamoDbClient dynamoDb, String ordersTable) {
        return new MoveOrder(
                DynamoDbRecordedOrders.consistent(dynamoDb, ordersTable),
                new DynamoDbOrderTransitions(dynamoDb, ordersTable),
                InstantSource.system());
    }
}
