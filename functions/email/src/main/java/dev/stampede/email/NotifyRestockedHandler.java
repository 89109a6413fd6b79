package dev.stampede.email;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.email.NotifyRestocked.Notified;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.DynamoDbOffers;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.Log;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

public final class NotifyRestockedHandler implements RequestStreamHandler {

    /// More than the longest that one call may take.
    private static final int RESERVE_MILLIS = 12_000;

    private final NotifyRestocked notifyRestocked;

    public NotifyRestockedHandler() {
        this(System.getenv());
    }

    public NotifyRestockedHandler(Map<String, String> env) {
        this(wire(env));
    }

    public NotifyRestockedHandler(NotifyRestocked notifyRestocked) {
        this.notifyRestocked = notifyRestocked;
    }

    /// @throws IllegalStateException after the run, where the provider did not take a mail
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        Notified notified = notifyRestocked.run(() -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
        if (notified.sent() > 0 || notified.failed() > 0) {
            Log.info("restock notices sent", "sent", notified.sent(), "failed", notified.failed());
        }
        if (notified.failed() > 0) {
            throw new IllegalStateException(notified.failed() + " restock notices failed");
        }
    }

    private static NotifyRestocked wire(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        return new NotifyRestocked(
                new DynamoDbRestockNotices(dynamoDb, Environment.required(env, "RESTOCK_NOTICES_TABLE")),
                new DynamoDbOffers(dynamoDb, Environment.required(env, "PRODUCTS_TABLE"),
                        Environment.required(env, "STOCK_TABLE")),
                new SesMailer(AwsClients.build(SesClient.builder()), Environment.required(env, "MAIL_FROM")),
                Environment.required(env, "SHOP_URL"),
                InstantSource.system());
    }
}
