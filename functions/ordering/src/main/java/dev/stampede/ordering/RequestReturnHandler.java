package dev.stampede.ordering;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.table.DynamoDbRecordedOrders;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class RequestReturnHandler implements RequestStreamHandler {

    private final ChangeOwnOrder changeOwnOrder;

    public RequestReturnHandler() {
        this(System.getenv());
    }

    public RequestReturnHandler(Map<String, String> env) {
        this(wire(
                AwsClients.build(DynamoDbClient.builder()),
                Environment.required(env, "ORDERS_TABLE"),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN"))));
    }

    public RequestReturnHandler(ChangeOwnOrder changeOwnOrder) {
        this.changeOwnOrder = changeOwnOrder;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out,
                request -> OwnOrderRequest.answer(request, "Return requested", changeOwnOrder::requestReturn));
    }

    private static ChangeOwnOrder wire(DynamoDbClient dynamoDb, String ordersTable, SigningKey receiptKey) {
        return new ChangeOwnOrder(
                new GetOrder(DynamoDbRecordedOrders.consistent(dynamoDb, ordersTable), receiptKey),
                new DynamoDbOrderTransitions(dynamoDb, ordersTable),
                InstantSource.system());
    }
}
