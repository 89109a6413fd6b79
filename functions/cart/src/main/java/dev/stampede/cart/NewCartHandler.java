package dev.stampede.cart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.CartId;
import dev.stampede.model.wire.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class NewCartHandler implements RequestStreamHandler {

    private final SigningKey tokenKey;
    private final RandomGenerator random;

    public NewCartHandler() {
        this(System.getenv());
    }

    public NewCartHandler(Map<String, String> env) {
        this(new SecretsManagerSigningKey(
                AwsClients.build(SecretsManagerClient.builder()),
                Environment.required(env, "RECEIPT_SECRET_ARN")),
                new SecureRandom());
    }

    public NewCartHandler(SigningKey tokenKey, RandomGenerator random) {
        this.tokenKey = tokenKey;
        this.random = random;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    /// Writes nothing: a cart begins with its first line.
    private HttpResponse answer(HttpRequest request) {
        CartId id = CartId.ofGuest(new UUID(random.nextLong(), random.nextLong()));
        return HttpResponse.success(201, "Cart", Json.object(
                "cartId", id.value(), "cartToken", id.token(tokenKey.secret())))
                .withHeader("location", "/api/cart/" + id.value());
    }
}
