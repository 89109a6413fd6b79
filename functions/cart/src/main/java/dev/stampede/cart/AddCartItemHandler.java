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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class AddCartItemHandler implements RequestStreamHandler {

    /// As of `POST /orders`: bare or quoted.
    private static final Pattern KEY = Pattern.compile("(\"?)([A-Za-z0-9_-]{1,64})\\1");

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
        Matcher key = KEY.matcher(request.header("Idempotency-Key").orElseGet(this::freshKey));
        if (!key.matches()) {
            return HttpResponse.problem(400, "INVALID_IDEMPOTENCY_KEY",
                    "Idempotency-Key must be 1 to 64 letters, digits, hyphens or underscores.");
        }
        return switch (wanted(request, key.group(2))) {
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
            case TooMany(int room) -> limit("quantity", "a line has " + OrderLine.MAX_QUANTITY
                    + " units at most; there is room for " + room + " more");
            case TooManyLines _ -> limit("productId", "a cart has " + Cart.MAX_LINES + " products at most");
            case Busy _ -> CartRequest.busy();
        };
    }

    private static HttpResponse limit(String field, String message) {
        return HttpResponse.problem(409, "CART_LIMIT", "This does not fit into the cart. Nothing was put in.",
                List.of(new Detail(field, "CART_LIMIT", message)));
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
        return new AddCartItem(tables.carts(), tables.shelf(), Backoff.fullJitter(), InstantSource.system());
    }
}
