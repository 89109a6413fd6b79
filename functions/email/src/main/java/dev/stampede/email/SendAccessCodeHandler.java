package dev.stampede.email;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.OwnQueue;
import dev.stampede.lambda.SqsBatch;
import dev.stampede.lambda.SqsOwnQueue;
import dev.stampede.model.wire.AccessRequestJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

public final class SendAccessCodeHandler implements RequestStreamHandler {

    private final SendAccessCode sendAccessCode;
    private final OwnQueue queue;

    public SendAccessCodeHandler() {
        this(System.getenv());
    }

    public SendAccessCodeHandler(Map<String, String> env) {
        this(wire(AwsClients.build(DynamoDbClient.builder()), env), SqsOwnQueue.of(env));
    }

    public SendAccessCodeHandler(SendAccessCode sendAccessCode, OwnQueue queue) {
        this.sendAccessCode = sendAccessCode;
        this.queue = queue;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        SqsBatch.forEach(in, out, SqsBatch.orLater(
                queue, message -> sendAccessCode.on(AccessRequestJson.read(message.body()))));
    }

    private static SendAccessCode wire(DynamoDbClient dynamoDb, Map<String, String> env) {
        return new SendAccessCode(
                new DynamoDbGuestOrders(dynamoDb, Environment.required(env, "ORDERS_TABLE")),
                new DynamoDbKeptCodes(dynamoDb, Environment.required(env, "GUEST_ACCESS_TABLE")),
                new SesMailer(AwsClients.build(SesClient.builder()), Environment.required(env, "MAIL_FROM")),
                InstantSource.system());
    }
}
