package dev.stampede.cart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
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

public final class GetOwnCartHandler implements RequestStreamHandler {

    private final ShowCart showCart;
    private final SigningKey tokenKey;

    public GetOwnCartHandler() {
        this(System.getenv());
    }

    public GetOwnCartHandler(Map<String, String> env) {
        this(wire(DynamoDbTables.of(env)),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN")));
    }

    public GetOwnCartHandler(ShowCart showCart, SigningKey tokenKey) {
        this.showCart = showCart;
        this.tokenKey = tokenKey;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return Caller.of(request.claims())
                .map(caller -> HttpResponse.ok("Cart", CartView.own(
                        showCart.show(CartId.ofCustomer(caller.subject(), tokenKey.secret())), caller, tokenKey)))
                .orElseGet(() -> HttpResponse.problem(401, "UNAUTHENTICATED", "Sign in to see your cart."));
    }

    private static ShowCart wire(DynamoDbTables tables) {
        return new ShowCart(tables.carts(), tables.offers(), InstantSource.system());
    }
}
