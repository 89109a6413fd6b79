package dev.stampede.cart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.RequestBody;
import dev.stampede.lambda.RequestBody.Result.Refused;
import dev.stampede.lambda.RequestBody.Result.Valid;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.CartId;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class SetCartItemHandler implements RequestStreamHandler {

    private final SetCartItem setCartItem;
    private final SigningKey tokenKey;

    public SetCartItemHandler() {
        this(System.getenv());
    }

    public SetCartItemHandler(Map<String, String> env) {
        this(wire(DynamoDbTables.of(env)),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN")));
    }

    public SetCartItemHandler(SetCartItem setCartItem, SigningKey tokenKey) {
        this.setCartItem = setCartItem;
        this.tokenKey = tokenKey;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return CartRequest.answer(request, tokenKey, id -> answer(id, request));
    }

    private HttpResponse answer(CartId id, HttpRequest request) {
        return switch (quantity(request)) {
            case Refused<Integer>(HttpResponse problem) -> problem;
            case Valid<Integer>(Integer quantity) -> answer(
                    setCartItem.set(id, request.pathParameter("itemId"), quantity));
        };
    }

    private static HttpResponse answer(SetCartItem.Result result) {
        return switch (result) {
            case SetCartItem.Result.Changed(ShownCart shown) -> CartRequest.shown(shown);
            case SetCartItem.Result.NoSuchItem _ -> HttpResponse.problem(404, "CART_ITEM_NOT_FOUND",
                    "There is no such line in the cart.");
        };
    }

    private static RequestBody.Result<Integer> quantity(HttpRequest request) {
        return RequestBody.read(request.body(), CartRequest.MAX_BYTES, Set.of("quantity"), body -> body
                .required("quantity", Long.class, CartRequest.QUANTITY, CartRequest::isQuantity)
                .map(Long::intValue));
    }

    private static SetCartItem wire(DynamoDbTables tables) {
        return new SetCartItem(tables.carts(), tables.offers(), InstantSource.system());
    }
}
