package dev.stampede.verification.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.payment.PaymentGateway;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/// Mistakes that the shop does not make, made on purpose to see that the simulation would notice. Each changes what a
/// function says to the world or hears from it; the functions themselves are the real ones.
public enum PlantedBug {
    NONE("the shop as it is"), NO_STOCK_CONDITION(
            "units are taken without looking whether there are any"), NO_SALE_CONDITION(
                    "units of a sale are taken without looking whether it has any left"), LIMIT_OUTSIDE_TRANSACTION(
                            "purchase limits are counted beside the reservation, not within it"), PUT_OVER_EXISTING(
                                    "an order is recorded over whatever is there under its id"), SOLD_OUT_ON_CONFLICT(
                                            "a transaction conflict is taken for a lack of stock"), STALE_VERSION_WRITTEN(
                                                    "an order is written without looking whether it has changed"), RELEASE_WITHOUT_CONDITION(
                                                            "units move without looking whether they have moved before"), RELEASE_WITHOUT_MARK(
                                                                    "units move without a mark on the order"), LIMIT_NOT_RELEASED(
                                                                            "units that are given up go on counting against the customer's limit"), EXPIRY_BY_TTL(
                                                                                    "reservations are left to the table's time to live"), DEDUPE_BY_MESSAGE_ID(
                                                                                            "the sales figures recognise repeats by the delivery, not by the event"), MAIL_WITHOUT_LEDGER(
                                                                                                    "mails are sent whoever has sent them before"), ACKNOWLEDGED_BEFORE_PUBLISHED(
                                                                                                            "the stream is told that all is published before the topic has agreed"), WHOLE_BATCH_ACKNOWLEDGED(
                                                                                                                    "a batch counts as done when a part of it is"), CHARGED_AGAIN_UNDER_NEW_KEY(
                                                                                                                            "an authorisation without an answer is asked for again under a new key"), UNKNOWN_TAKEN_FOR_DECLINED(
                                                                                                                                    "an authorisation without an answer counts as declined"), REFUND_UNDER_NEW_KEY(
                                                                                                                                            "each try of a refund is one more refund");

    private final String title;

    PlantedBug(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    DynamoDbClient in(DynamoDbClient dynamoDb) {
        return this == NONE ? dynamoDb : new BuggyDynamoDb(dynamoDb, this);
    }

    SnsClient in(SnsClient topic) {
        return this == ACKNOWLEDGED_BEFORE_PUBLISHED ? new BuggyTopic(topic) : topic;
    }

    PaymentGateway in(PaymentGateway gateway) {
        return switch (this) {
            case CHARGED_AGAIN_UNDER_NEW_KEY, UNKNOWN_TAKEN_FOR_DECLINED,
                    REFUND_UNDER_NEW_KEY -> new BuggyGateway(gateway, this);
            default -> gateway;
        };
    }

    RequestStreamHandler in(RequestStreamHandler handler) {
        return this != WHOLE_BATCH_ACKNOWLEDGED ? handler : (in, out, context) -> {
            handler.handleRequest(in, OutputStream.nullOutputStream(), context);
            out.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
        };
    }
}
