package dev.stampede.payment;

import dev.stampede.model.Money;
import dev.stampede.model.table.ConditionalUpdate;
import dev.stampede.model.wire.Timestamps;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// A provider that takes no money. Its ledger is the Payments table, one item per order, written only by conditional
/// writes: `amount` (minor units), `currency`, `state`, `captures` (how often money was taken) and a time for each
/// step.
public final class SimulatedGateway implements PaymentGateway {

    private enum State {
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        VOIDED
    }

    private static final String KEY = "orderId";
    private static final Map<String, String> STATE = Map.of("#state", "state");

    private final DynamoDbClient dynamoDb;
    private final String paymentsTable;
    private final InstantSource clock;

    public SimulatedGateway(DynamoDbClient dynamoDb, String paymentsTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.paymentsTable = Objects.requireNonNull(paymentsTable, "paymentsTable");
        this.clock = clock;
    }

    @Override
    public Authorization authorize(String orderId, Money amount, String token) {
        Authorization outcome = SimulatedCard.outcomeOf(token);
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                KEY, text(orderId),
                "amount", AttributeValue.fromN(Long.toString(amount.minorUnits())),
                "currency", text(amount.currency()),
                "captures", AttributeValue.fromN("0")));
        switch (outcome) {
            case Authorized _ -> {
                item.put("state", state(State.AUTHORIZED));
                item.put("authorizedAt", now());
            }
            case Declined(String code) -> {
                item.put("state", state(State.DECLINED));
                item.put("declineCode", text(code));
                item.put("declinedAt", now());
            }
        }
        try {
            dynamoDb.putItem(put -> put.tableName(paymentsTable)
                    .item(item)
                    .conditionExpression("attribute_not_exists(orderId)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return outcome;
        } catch (ConditionalCheckFailedException e) {
            return recorded(e.item());
        }
    }

    @Override
    public Capture capture(String orderId) {
        ConditionalUpdate update = new ConditionalUpdate(
                Map.of(KEY, text(orderId)),
                "SET #state = :captured, capturedAt = :now ADD captures :one",
                "#state = :authorized",
                STATE,
                Map.of(
                        ":authorized", state(State.AUTHORIZED),
                        ":captured", state(State.CAPTURED),
                        ":one", AttributeValue.fromN("1"),
                        ":now", now()));
        try {
            dynamoDb.updateItem(update.request(paymentsTable));
            return Capture.CAPTURED;
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() && stateOf(e.item()) == State.CAPTURED ? Capture.CAPTURED : Capture.NOT_AUTHORIZED;
        }
    }

    /// Of an order that was never authorised it leaves a tombstone, so that a late authorisation finds it and is
    /// declined.
    @Override
    public Void voidAuthorization(String orderId) {
        ConditionalUpdate update = new ConditionalUpdate(
                Map.of(KEY, text(orderId)),
                "SET #state = :voided, voidedAt = :now, captures = if_not_exists(captures, :zero)",
                "attribute_not_exists(orderId) OR #state = :authorized",
                STATE,
                Map.of(
                        ":authorized", state(State.AUTHORIZED),
                        ":voided", state(State.VOIDED),
                        ":zero", AttributeValue.fromN("0"),
                        ":now", now()));
        try {
            dynamoDb.updateItem(update.request(paymentsTable));
            return Void.VOIDED;
        } catch (ConditionalCheckFailedException e) {
            return switch (stateOf(e.item())) {
                case CAPTURED -> Void.ALREADY_CAPTURED;
                case VOIDED, DECLINED, AUTHORIZED -> Void.VOIDED;
            };
        }
    }

    private static Authorization recorded(Map<String, AttributeValue> item) {
        return switch (stateOf(item)) {
            case AUTHORIZED, CAPTURED -> new Authorized();
            case DECLINED -> new Declined(item.get("declineCode").s());
            case VOIDED -> new Declined("voided");
        };
    }

    private static State stateOf(Map<String, AttributeValue> item) {
        return State.valueOf(item.get("state").s());
    }

    private static AttributeValue state(State state) {
        return text(state.name());
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private AttributeValue now() {
        return text(Timestamps.format(clock.instant()));
    }
}
