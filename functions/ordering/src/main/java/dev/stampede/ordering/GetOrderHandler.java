package dev.stampede.ordering;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.model.Order;
import dev.stampede.model.table.DynamoDbRecordedOrders;
import dev.stampede.model.wire.OrderViewJson;
import dev.stampede.ordering.GetOrder.Result.Found;
import dev.stampede.ordering.GetOrder.Result.NotFound;
import dev.stampede.ordering.GetOrder.Result.Pending;
import dev.stampede.ordering.GetOrder.Result.Superseded;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class GetOrderHandler implements RequestStreamHandler {

    private final GetOrder getOrder;

    public GetOrderHandler() {
        this(System.getenv());
    }

    public GetOrderHandler(Map<String, String> env) {
        this(new GetOrder(
                DynamoDbRecordedOrders.consistent(
                        AwsClients.build(DynamoDbClient.builder()), Environment.required(env, "ORDERS_TABLE")),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN"))));
    }

    public GetOrderHandler(GetOrder getOrder) {
        this.getOrder = getOrder;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (getOrder.get(request.pathParameter("id"), request.header("X-Receipt-Token"))) {
            case Found(Order order) -> HttpResponse.ok("Order", OrderViewJson.forShopper(order));
            case Pending(String orderId) -> HttpResponse.ok("The order is being recorded", OrderView.pending(orderId));
            case Superseded _ -> superseded();
            case NotFound _ -> notFound();
        };
    }

    static HttpResponse superseded() {
        return HttpResponse.problem(409, "RECEIPT_SUPERSEDED",
                "Another order was recorded under the same Idempotency-Key. This one was not placed.");
    }

    /// The same whether the order exists or not.
    static HttpResponse notFound() {
        return HttpResponse.problem(404, "ORDER_NOT_FOUND", "There is no such order.");
    }
}
