package dev.stampede.ordering;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.lambda.IdempotencyKeyHeader;
import dev.stampede.lambda.RequestBody.Result.Refused;
import dev.stampede.lambda.RequestBody.Result.Valid;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.CartId;
import dev.stampede.model.Money;
import dev.stampede.ordering.Checkout.Result.Answered;
import dev.stampede.ordering.Checkout.Result.Busy;
import dev.stampede.ordering.Checkout.Result.Empty;
import dev.stampede.ordering.Checkout.Result.TotalChanged;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class CheckoutHandler implements RequestStreamHandler {

    private final Checkout checkout;
    private final SigningKey receiptKey;
    private final RandomGenerator random;

    public CheckoutHandler() {
        this(System.getenv());
    }

    public CheckoutHandler(Map<String, String> env) {
        this(env, AwsClients.build(DynamoDbClient.builder()), new SecretsManagerSigningKey(
                AwsClients.build(SecretsManagerClient.builder()), Environment.required(env, "RECEIPT_SECRET_ARN")));
    }

    private CheckoutHandler(Map<String, String> env, DynamoDbClient dynamoDb, SigningKey receiptKey) {
        this(new Checkout(
                new DynamoDbCarts(dynamoDb, Environment.required(env, "CARTS_TABLE")),
                CreateOrderHandler.wire(env, dynamoDb),
                receiptKey,
                Backoff.fullJitter(),
                InstantSource.system()),
                receiptKey,
                new SecureRandom());
    }

    public CheckoutHandler(Checkout checkout, SigningKey receiptKey, RandomGenerator random) {
        this.checkout = checkout;
        this.receiptKey = receiptKey;
        this.random = random;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return checkout.open(request.pathParameter("cartId"), request.header("X-Cart-Token"))
                .map(cart -> answer(cart, request))
                .orElseGet(CheckoutHandler::notFound);
    }

    private HttpResponse answer(CartId cart, HttpRequest request) {
        return switch (IdempotencyKeyHeader.required(
                request, "A checkout needs an Idempotency-Key, so that a retry is the same order.")) {
            case Refused<String>(HttpResponse problem) -> problem;
            case Valid<String>(String key) -> answer(cart, request, IdempotencyKey.sent(key));
        };
    }

    private HttpResponse answer(CartId cart, HttpRequest request, IdempotencyKey key) {
        return switch (CheckoutRequest.read(request.body())) {
            case Refused<CheckoutRequest>(HttpResponse problem) -> problem;
            case Valid<CheckoutRequest>(CheckoutRequest wanted) -> answer(checkout.checkOut(
                    cart, wanted.by(request.header(CreateOrderHandler.ADDRESS_TOKEN), Instant.now(), receiptKey),
                    key,
                    request.place(), TraceParent.of(request, random)));
        };
    }

    private HttpResponse answer(Checkout.Result result) {
        return switch (result) {
            case Answered(CreateOrder.Result order) -> OrderAnswer.of(order, receiptKey);
            case Empty _ -> HttpResponse.problem(409, "CART_EMPTY",
                    "There is nothing in the cart. Nothing was ordered.");
            case TotalChanged(Money total) -> HttpResponse.problem(409, "PRICE_CHANGED",
                    "The total has changed. Nothing was ordered.",
                    List.of(new Detail("totalAmount", "PRICE_CHANGED", "the total is now " + total).withValue(total)));
            case Busy _ -> HttpResponse.problem(503, "CART_BUSY",
                    "The cart is being changed elsewhere. Nothing was ordered.")
                    .withHeader("retry-after", "1");
        };
    }

    /// The same whether there is such a cart or not.
    private static HttpResponse notFound() {
        return HttpResponse.problem(404, "CART_NOT_FOUND", "There is no such cart.");
    }
}
