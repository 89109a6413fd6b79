package dev.stampede.cart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.cart.AddCartItem.Result.Added;
import dev.stampede.cart.AddCartItem.Result.Busy;
import dev.stampede.cart.AddCartItem.Result.KeyReused;
import dev.stampede.cart.AddCartItem.Result.NoSuchProduct;
import dev.stampede.cart.AddCartItem.Result.TooMany;
import dev.stampede.cart.AddCartItem.Result.TooManyLines;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.lambda.IdempotencyKeyHeader;
import dev.stampede.lambda.RequestBody;
import dev.stampede.lambda.RequestBody.Result.Refused;
import dev.stampede.lambda.RequestBody.Result.Valid;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.Cart;
import dev.stampede.model.CartAddition;
import dev.stampede.model.CartId;
import dev.stampede.model.OrderLine;
import dev.stampede.model.Sku;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class AddCartItemHandler implements RequestStreamHandler {

    private final AddCartItem addCartItem;
    private final SigningKey tokenKey;
    private final RandomGenerator random;

    public AddCartItemHandler() {
        this(System.getenv());
    }

    public AddCartItemHandler(Map<String, String> env) {
        this(wire(DynamoDbTables.of(env)),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN")),
                new SecureRandom());
    }

    public AddCartItemHandler(AddCartItem addCartItem, SigningKey tokenKey, RandomGenerator random) {
        this.addCartItem = addCartItem;
        this.tokenKey = tokenKey;
        this.random = random;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return CartRequest.answer(request, tokenKey, id -> answer(id, request));
    }

    private HttpResponse answer(CartId id, HttpRequest request) {
        return switch (IdempotencyKeyHeader.optional(request)) {
            case Refused<Optional<String>>(HttpResponse problem) -> problem;
            case Valid<Optional<String>>(Optional<String> key) -> answer(id, request, key.orElseGet(this::freshKey));
        };
    }

    private HttpResponse answer(CartId id, HttpRequest request, String key) {
        return switch (wanted(request, key)) {
            case Refused<CartAddition>(HttpResponse problem) -> problem;
            case Valid<CartAddition>(CartAddition wanted) -> answer(addCartItem.add(id, wanted));
        };
    }

    private static HttpResponse answer(AddCartItem.Result result) {
        return switch (result) {
            case Added(ShownCart shown) -> CartRequest.shown(shown);
            case KeyReused _ -> HttpResponse.problem(422, "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used to put something else into the cart.");
            case NoSuchProduct _ -> HttpResponse.problem(404, "PRODUCT_NOT_FOUND", "There is no such product.");
            case TooMany(int room) -> limit("quantity", room, "a line has " + OrderLine.MAX_QUANTITY
                    + " units at most; there is room for " + room + " more");
            case TooManyLines _ -> limit("productId", 0, "a cart has " + Cart.MAX_LINES + " products at most");
            case Busy _ -> CartRequest.busy();
        };
    }

    private static HttpResponse limit(String field, int room, String message) {
        return HttpResponse.problem(409, "CART_LIMIT", "This does not fit into the cart. Nothing was put in.",
                List.of(new Detail(field, "CART_LIMIT", message).withValue(room)));
    }

    private static RequestBody.Result<CartAddition> wanted(HttpRequest request, String key) {
        return RequestBody.read(request.body(), CartRequest.MAX_BYTES, Set.of("productId", "quantity"), body -> {
            Optional<String> sku = body.required("productId", String.class, Sku.FORM, Sku::isValid);
            Optional<Long> quantity = body.required(
                    "quantity", Long.class, CartRequest.QUANTITY, CartRequest::isQuantity);
            return sku.flatMap(id -> quantity.map(number -> new CartAddition(key, id, number.intValue())));
        });
    }

    /// So that a call that the SDK repeats does not count twice either.
    private String freshKey() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static AddCartItem wire(DynamoDbTables tables) {
        return new AddCartItem(tables.carts(), tables.offers(), Backoff.fullJitter(), InstantSource.system());
    }
}
