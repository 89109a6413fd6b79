package dev.stampede.ordering;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.Log;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.ordering.CreateOrder.Result.Accepted;
import dev.stampede.ordering.CreateOrder.Result.KeyReused;
import dev.stampede.ordering.CreateOrder.Result.LimitReached;
import dev.stampede.ordering.CreateOrder.Result.NotForSale;
import dev.stampede.ordering.CreateOrder.Result.NotStarted;
import dev.stampede.ordering.CreateOrder.Result.PriceChanged;
import dev.stampede.ordering.CreateOrder.Result.Replayed;
import dev.stampede.ordering.CreateOrder.Result.SoldOut;
import dev.stampede.ordering.OrderRequestParser.Result.Invalid;
import dev.stampede.ordering.OrderRequestParser.Result.Malformed;
import dev.stampede.ordering.OrderRequestParser.Result.TooLarge;
import dev.stampede.ordering.OrderRequestParser.Result.Valid;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

public final class CreateOrderHandler implements RequestStreamHandler {

    private final CreateOrder createOrder;
    private final ReceiptKey receiptKey;
    private final RandomGenerator random;

    public CreateOrderHandler() {
        this(System.getenv());
    }

    public CreateOrderHandler(Map<String, String> env) {
        this(wire(env),
                new SecretsManagerReceiptKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN")),
                new SecureRandom());
    }

    public CreateOrderHandler(CreateOrder createOrder, ReceiptKey receiptKey, RandomGenerator random) {
        this.createOrder = createOrder;
        this.receiptKey = receiptKey;
        this.random = random;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        Optional<IdempotencyKey> key = request.header("Idempotency-Key")
                .map(IdempotencyKey::ofHeader)
                .orElseGet(() -> Optional.of(IdempotencyKey.fresh(new UUID(random.nextLong(), random.nextLong()))));
        if (key.isEmpty()) {
            return HttpResponse.problem(400, "INVALID_IDEMPOTENCY_KEY",
                    "Idempotency-Key must be 1 to 64 letters, digits, hyphens or underscores.");
        }
        return switch (OrderRequestParser.parse(request.body())) {
            case TooLarge _ -> HttpResponse.problem(413, "PAYLOAD_TOO_LARGE", "An order is at most 32 KB.");
            case Malformed _ -> HttpResponse.problem(400, "MALFORMED_JSON", "The body is not valid JSON.");
            case Invalid(var details) ->
                HttpResponse.problem(400, "VALIDATION_FAILED", "Some fields are not right.", details);
            case Valid(OrderRequest order) -> answer(createOrder.create(order, key.get(), traceparent(request)));
        };
    }

    private HttpResponse answer(CreateOrder.Result result) {
        return switch (result) {
            case Accepted(PlacedOrder placed) -> {
                Log.info("order accepted", "orderId", placed.orderId(), "traceparent", placed.traceparent());
                yield accepted(placed, OrderStatus.PENDING);
            }
            case Replayed(PlacedOrder placed, OrderStatus status) ->
                accepted(placed, status).withHeader("idempotency-replayed", "true");
            case KeyReused _ -> HttpResponse.problem(422, "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another order.");
            case NotForSale(var details) ->
                HttpResponse.problem(404, "PRODUCT_NOT_FOUND", "Something in the order is not for sale.", details);
            case NotStarted(var details, long retryAfterSeconds) -> HttpResponse.problem(409, "SALE_NOT_STARTED",
                            "A sale has not started yet. Nothing was ordered.", details)
                    .withHeader("retry-after", Long.toString(retryAfterSeconds));
            case SoldOut(var details) ->
                HttpResponse.problem(409, "SOLD_OUT", "Something is sold out. Nothing was ordered.", details);
            case LimitReached(var details) -> HttpResponse.problem(409, "LIMIT_REACHED",
                    "This is more than one customer may have. Nothing was ordered.", details);
            case PriceChanged(var details) ->
                HttpResponse.problem(409, "PRICE_CHANGED", "A price has changed. Nothing was ordered.", details);
        };
    }

    private HttpResponse accepted(PlacedOrder placed, OrderStatus status) {
        String receiptToken = Receipt.of(placed).token(receiptKey);
        return HttpResponse.success(202, "Order accepted", OrderView.accepted(placed, status, receiptToken))
                .withHeader("location", "/api/orders/" + placed.orderId());
    }

    private String traceparent(HttpRequest request) {
        return request.header("traceparent").filter(TraceParent::isValid).orElseGet(() -> TraceParent.random(random));
    }

    private static CreateOrder wire(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        return new CreateOrder(
                new DynamoDbOffers(
                        dynamoDb,
                        Environment.required(env, "PRODUCTS_TABLE"),
                        Environment.required(env, "STOCK_TABLE")),
                DynamoDbRecordedOrders.eventuallyConsistent(dynamoDb, Environment.required(env, "ORDERS_TABLE")),
                new SqsOrderQueue(AwsClients.build(SqsClient.builder()), Environment.required(env, "ORDERS_QUEUE_URL")),
                InstantSource.system());
    }
}
