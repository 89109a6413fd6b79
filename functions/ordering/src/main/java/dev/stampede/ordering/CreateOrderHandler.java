package dev.stampede.ordering;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.DynamoDbOffers;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.IdempotencyKeyHeader;
import dev.stampede.lambda.RequestBody;
import dev.stampede.lambda.RequestBody.Result.Refused;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.table.DynamoDbRateLimits;
import dev.stampede.model.table.DynamoDbRecordedOrders;
import dev.stampede.ordering.OrderRequestParser.Result.Invalid;
import dev.stampede.ordering.OrderRequestParser.Result.Malformed;
import dev.stampede.ordering.OrderRequestParser.Result.TooLarge;
import dev.stampede.ordering.OrderRequestParser.Result.Valid;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

public final class CreateOrderHandler implements RequestStreamHandler {

    static final String ADDRESS_TOKEN = "X-Address-Token";

    private final CreateOrder createOrder;
    private final SigningKey receiptKey;
    private final RandomGenerator random;

    public CreateOrderHandler() {
        this(System.getenv());
    }

    public CreateOrderHandler(Map<String, String> env) {
        this(wire(env, AwsClients.build(DynamoDbClient.builder())),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN")),
                new SecureRandom());
    }

    public CreateOrderHandler(CreateOrder createOrder, SigningKey receiptKey, RandomGenerator random) {
        this.createOrder = createOrder;
        this.receiptKey = receiptKey;
        this.random = random;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (IdempotencyKeyHeader.optional(request)) {
            case Refused<Optional<String>>(HttpResponse problem) -> problem;
            case RequestBody.Result.Valid<Optional<String>>(Optional<String> sent) -> answer(request, sent
                    .map(IdempotencyKey::sent)
                    .orElseGet(() -> IdempotencyKey.fresh(new UUID(random.nextLong(), random.nextLong()))));
        };
    }

    private HttpResponse answer(HttpRequest request, IdempotencyKey key) {
        return switch (OrderRequestParser.parse(request.body())) {
            case TooLarge _ -> HttpResponse.problem(413, "PAYLOAD_TOO_LARGE", "An order is at most 32 KB.");
            case Malformed _ -> HttpResponse.problem(400, "MALFORMED_JSON", "The body is not valid JSON.");
            case Invalid(var details) -> HttpResponse.problem(400, "VALIDATION_FAILED", "Some fields are not right.",
                    details);
            case Valid(OrderRequest order) -> OrderAnswer.of(
                    createOrder.create(
                            order.by(request.header(ADDRESS_TOKEN), Instant.now(), receiptKey), key,
                            request.place(), TraceParent.of(request, random)),
                    receiptKey);
        };
    }

    static CreateOrder wire(Map<String, String> env, DynamoDbClient dynamoDb) {
        return new CreateOrder(
                new DynamoDbOffers(
                        dynamoDb,
                        Environment.required(env, "PRODUCTS_TABLE"),
                        Environment.required(env, "STOCK_TABLE")),
                DynamoDbRecordedOrders.eventuallyConsistent(dynamoDb, Environment.required(env, "ORDERS_TABLE")),
                new SqsOrderQueue(AwsClients.build(SqsClient.builder()), Environment.required(env, "ORDERS_QUEUE_URL")),
                new OrderBrake(
                        new DynamoDbRateLimits(
                                dynamoDb, Environment.required(env, "GUEST_ACCESS_TABLE"), InstantSource.system()),
                        new OrderBrake.Bounds(
                                Environment.count(env, "ORDERS_PER_MAILBOX"),
                                Environment.count(env, "ORDERS_PER_PLACE")),
                        InstantSource.system()),
                InstantSource.system());
    }
}
