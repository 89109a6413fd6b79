package dev.stampede.cart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.cart.RemoveCartItem.Result.Busy;
import dev.stampede.cart.RemoveCartItem.Result.Removed;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.lambda.SigningKey;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class RemoveCartItemHandler implements RequestStreamHandler {

    private final RemoveCartItem removeCartItem;
    private final SigningKey tokenKey;

    public RemoveCartItemHandler() {
        this(System.getenv());
    }

    public RemoveCartItemHandler(Map<String, String> env) {
        this(wire(DynamoDbTables.of(env)),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN")));
    }

    public RemoveCartItemHandler(RemoveCartItem removeCartItem, SigningKey tokenKey) {
        this.removeCartItem = removeCartItem;
        this.tokenKey = tokenKey;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return CartRequest.answer(request, tokenKey,
                id -> switch (removeCartItem.remove(id, request.pathParameter("itemId"))) {
                    case Removed(ShownCart shown) -> CartRequest.shown(shown);
                    case Busy _ -> CartRequest.busy();
                });
    }

    private static RemoveCartItem wire(DynamoDbTables tables) {
        return new RemoveCartItem(tables.carts(), tables.offers(), Backoff.fullJitter(), InstantSource.system());
    }
}
