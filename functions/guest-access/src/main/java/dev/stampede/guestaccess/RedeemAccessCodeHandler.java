package dev.stampede.guestaccess;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.guestaccess.RedeemAccess.Result.NotValid;
import dev.stampede.guestaccess.RedeemAccess.Result.Opened;
import dev.stampede.guestaccess.RedeemAccess.Result.TooOften;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.RequestBody.Result.Refused;
import dev.stampede.lambda.RequestBody.Result.Valid;
import dev.stampede.lambda.SecretsManagerSigningKey;
import dev.stampede.model.table.DynamoDbRateLimits;
import dev.stampede.model.table.DynamoDbRecordedOrders;
import dev.stampede.model.wire.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class RedeemAccessCodeHandler implements RequestStreamHandler {

    private final RedeemAccess redeemAccess;

    public RedeemAccessCodeHandler() {
        this(System.getenv());
    }

    public RedeemAccessCodeHandler(Map<String, String> env) {
        this(wire(AwsClients.build(DynamoDbClient.builder()), env));
    }

    public RedeemAccessCodeHandler(RedeemAccess redeemAccess) {
        this.redeemAccess = redeemAccess;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (GuestRequest.withCode(request)) {
            case Refused<GuestRequest>(HttpResponse problem) -> problem;
            case Valid<GuestRequest>(GuestRequest guest) -> answer(request, guest);
        };
    }

    private HttpResponse answer(HttpRequest request, GuestRequest guest) {
        String orderId = request.pathParameter("id");
        if (!GuestRequest.isOrderId(orderId)) {
            return notValid();
        }
        return switch (redeemAccess.redeem(orderId, guest.email(), guest.code(), request.place())) {
            case Opened(String id, String receiptToken) -> HttpResponse.ok("The order's receipt",
                    Json.object("orderId", id, "receiptToken", receiptToken));
            case NotValid _ -> notValid();
            case TooOften(Duration pause) -> GuestRequest.tooOften(pause);
        };
    }

    private static HttpResponse notValid() {
        return HttpResponse.problem(404, "CODE_NOT_VALID", "This code does not open this order. Ask for a new one.");
    }

    private static RedeemAccess wire(DynamoDbClient dynamoDb, Map<String, String> env) {
        String table = Environment.required(env, "GUEST_ACCESS_TABLE");
        return new RedeemAccess(
                new DynamoDbRateLimits(dynamoDb, table, InstantSource.system()),
                new DynamoDbAccessCodes(dynamoDb, table, InstantSource.system()),
                DynamoDbRecordedOrders.consistent(dynamoDb, Environment.required(env, "ORDERS_TABLE")),
                new SecretsManagerSigningKey(
                        AwsClients.build(SecretsManagerClient.builder()),
                        Environment.required(env, "RECEIPT_SECRET_ARN")));
    }
}
