package dev.stampede.email;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.OwnQueue;
import dev.stampede.lambda.SqsBatch;
import dev.stampede.lambda.SqsOwnQueue;
import dev.stampede.model.wire.EventJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

public final class EmailHandler implements RequestStreamHandler {

    private final SendOrderMail sendOrderMail;
    private final OwnQueue queue;

    public EmailHandler() {
        this(System.getenv());
    }

    public EmailHandler(Map<String, String> env) {
        this(wire(env), SqsOwnQueue.of(env));
    }

    public EmailHandler(SendOrderMail sendOrderMail, OwnQueue queue) {
        this.sendOrderMail = sendOrderMail;
        this.queue = queue;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        SqsBatch.forEach(in, out, SqsBatch.orLater(queue, message -> sendOrderMail.on(EventJson.read(message.body()))));
    }

    private static SendOrderMail wire(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        return new SendOrderMail(
                new OrderMails(Environment.required(env, "SHOP_URL")),
                new DynamoDbMailLedger(dynamoDb, Environment.required(env, "EMAILS_TABLE"), InstantSource.system()),
                new BoundedMailer(
                        new SesMailer(AwsClients.build(SesClient.builder()), Environment.required(env, "MAIL_FROM")),
                        new DynamoDbMailCounts(dynamoDb, Environment.required(env, "GUEST_ACCESS_TABLE"),
                                Environment.count(env, "MAILS_PER_MAILBOX"), InstantSource.system())));
    }
}
