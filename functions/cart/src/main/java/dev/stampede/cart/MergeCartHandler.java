package dev.stampede.cart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Caller;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.CartId;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class MergeCartHandler implements RequestStreamHandler {

    private final MergeCart mergeCart;
    private final SigningKey tokenKey;

    public MergeCartHandler() {
        this(System.getenv());
    }

    public MergeCartHandler(Map<String, String> env) {
        this(wire(DynamoDbTables.of(env)),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN")));
    }

    public MergeCartHandler(MergeCart mergeCart, SigningKey tokenKey) {
        this.mergeCart = mergeCart;
        this.tokenKey = tokenKey;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return Caller.of(request.claims())
                .map(caller -> answer(request, caller))
                .orElseGet(() -> HttpResponse.problem(401, "UNAUTHENTICATED", "Sign in to take the cart with you."));
    }

    private HttpResponse answer(HttpRequest request, Caller caller) {
        CartId own = CartId.ofCustomer(caller.subject(), tokenKey.secret());
        // Nobody's own cart is taken from them, not even by who holds its token.
        return CartRequest.opened(request, tokenKey)
                .filter(id -> id.isGuests() || id.equals(own))
                .map(id -> answer(mergeCart.merge(id, own), caller))
                .orElseGet(CartRequest::notFound);
    }

    private HttpResponse answer(MergeCart.Result result, Caller caller) {
        return switch (result) {
            case MergeCart.Result.Merged(ShownCart shown, var left) -> HttpResponse.ok("Cart",
                    CartView.merged(shown, left, caller, tokenKey));
            case MergeCart.Result.Busy _ -> CartRequest.busy();
        };
    }

    private static MergeCart wire(DynamoDbTables tables) {
        return new MergeCart(tables.carts(), tables.offers(), Backoff.fullJitter(), InstantSource.system());
    }
}
