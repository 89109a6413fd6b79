package dev.stampede.fulfilment;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.fulfilment.RefundOrder.Result.ExceedsPayment;
import dev.stampede.fulfilment.RefundOrder.Result.KeyReused;
import dev.stampede.fulfilment.RefundOrder.Result.NotFound;
import dev.stampede.fulfilment.RefundOrder.Result.Refunded;
import dev.stampede.fulfilment.RefundOrder.Result.Refused;
import dev.stampede.fulfilment.RefundOrder.Result.Replayed;
import dev.stampede.fulfilment.RefundOrder.Result.TooManyParts;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.table.DynamoDbRecordedOrders;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class RefundOrderHandler implements RequestStreamHandler {

    private final RefundOrder refundOrder;

    public RefundOrderHandler() {
        this(System.getenv());
    }

    public RefundOrderHandler(Map<String, String> env) {
        this(wire(AwsClients.build(DynamoDbClient.builder()), Environment.required(env, "ORDERS_TABLE")));
    }

    public RefundOrderHandler(RefundOrder refundOrder) {
        this.refundOrder = refundOrder;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> switch (RefundRequest.read(request)) {
            case RefundRequest.Result.Refused(HttpResponse problem) -> problem;
            case RefundRequest.Result.Allowed(RefundRequest refund) -> answer(refundOrder.refund(
                    request.pathParameter("id"), refund.staff(), refund.key(), refund.amount()));
        });
    }

    private static HttpResponse answer(RefundOrder.Result result) {
        return switch (result) {
            case Refunded(Order order) -> StaffAnswer.order("Order refunded", order);
            case Replayed(Order order) -> StaffAnswer.order("Refunded before", order).withHeader("idempotency-replayed",
                    "true");
            case KeyReused _ -> HttpResponse.problem(422, "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another refund of the order.");
            case ExceedsPayment(Money left) -> HttpResponse.problem(409, "REFUND_EXCEEDS_PAYMENT",
                    "That is more than is left of the payment. Nothing was refunded.",
                    List.of(new Detail("amount", "REFUND_EXCEEDS_PAYMENT", "at most " + left + " can be refunded")
                            .withValue(left)));
            case TooManyParts(Money left) -> HttpResponse.problem(409, "TOO_MANY_REFUNDS",
                    "The order was refunded in as many parts as it may be. Nothing was refunded.",
                    List.of(new Detail("amount", "TOO_MANY_REFUNDS",
                            "only all that is left can be refunded, which is " + left)));
            case Refused(Order order) -> StaffAnswer.conflict(order);
            case NotFound _ -> StaffAnswer.notFound();
        };
    }

    private static RefundOrder wire(DynamoDbClient dynamoDb, String ordersTable) {
        return new RefundOrder(new MoveOrder(
                DynamoDbRecordedOrders.consistent(dynamoDb, ordersTable),
                new DynamoDbOrderTransitions(dynamoDb, ordersTable),
                InstantSource.system()));
    }
}
