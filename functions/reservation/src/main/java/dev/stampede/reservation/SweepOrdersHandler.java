package dev.stampede.reservation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.Log;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.reservation.SweepOrders.Swept;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class SweepOrdersHandler implements RequestStreamHandler {

    /// More than the longest that one call may take.
    private static final int RESERVE_MILLIS = 12_000;

    private final SweepOrders sweepOrders;

    public SweepOrdersHandler() {
        this(System.getenv());
    }

    public SweepOrdersHandler(Map<String, String> env) {
        this(wire(AwsClients.build(DynamoDbClient.builder()), Environment.required(env, "ORDERS_TABLE")));
    }

    public SweepOrdersHandler(SweepOrders sweepOrders) {
        this.sweepOrders = sweepOrders;
    }

    /// @throws IllegalStateException after the sweep, where an order failed: its units are stuck until somebody looks
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        Swept swept = sweepOrders.sweep(() -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
        Log.info("orders swept",
                "expired", swept.expired(), "replayed", swept.replayed(), "failed", swept.failed());
        if (swept.failed() > 0) {
            throw new IllegalStateException(swept.failed() + " due orders failed");
        }
    }

    private static SweepOrders wire(DynamoDbClient dynamoDb, String ordersTable) {
        return new SweepOrders(
                new DynamoDbDueOrders(dynamoDb, ordersTable),
                new DynamoDbOrderTransitions(dynamoDb, ordersTable),
                InstantSource.system());
    }
}
