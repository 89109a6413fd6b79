package dev.stampede.guestaccess;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.guestaccess.RequestAccess.Result.Taken;
import dev.stampede.guestaccess.RequestAccess.Result.TooOften;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.RequestBody.Result.Refused;
import dev.stampede.lambda.RequestBody.Result.Valid;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.model.table.DynamoDbRateLimits;
import dev.stampede.model.wire.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

public final class RequestAccessCodeHandler implements RequestStreamHandler {

    private final RequestAccess requestAccess;

    public RequestAccessCodeHandler() {
        this(System.getenv());
    }

    public RequestAccessCodeHandler(Map<String, String> env) {
        this(new RequestAccess(
                new DynamoDbRateLimits(AwsClients.build(DynamoDbClient.builder()),
                        Environment.required(env, "GUEST_ACCESS_TABLE"), InstantSource.system()),
                new SqsAccessQueue(
                        AwsClients.build(SqsClient.builder()), Environment.required(env, "ACCESS_CODE_QUEUE_URL")),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN")),
                new SecureRandom(),
                InstantSource.system()));
    }

    public RequestAccessCodeHandler(RequestAccess requestAccess) {
        this.requestAccess = requestAccess;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (GuestRequest.forCode(request)) {
            case Refused<GuestRequest>(HttpResponse problem) -> problem;
            case Valid<GuestRequest>(GuestRequest guest) -> answer(request, guest);
        };
    }

    private HttpResponse answer(HttpRequest request, GuestRequest guest) {
        String orderId = request.pathParameter("id");
        if (!GuestRequest.isOrderId(orderId)) {
            return taken(orderId);
        }
        return switch (requestAccess.request(orderId, guest.email(), request.place())) {
            case Taken _ -> taken(orderId);
            case TooOften(Duration pause) -> GuestRequest.tooOften(pause);
        };
    }

    private static HttpResponse taken(String orderId) {
        return HttpResponse.success(202, "If this order was placed with this address, a code is on its way to it",
                Json.object("orderId", orderId));
    }
}
