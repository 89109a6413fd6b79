package dev.stampede.payment;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.model.Money;
import dev.stampede.model.table.ConditionalUpdate;
import dev.stampede.model.wire.Timestamps;
import dev.stampede.payment.PaymentGateway.Authorization;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import dev.stampede.payment.PaymentGateway.Capture;
import dev.stampede.payment.PaymentGateway.Refund;
import dev.stampede.payment.PaymentGateway.Void;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The simulator's ledger, one item per order, written only by conditional writes: `state`, `amount` in minor units,
/// `currency`, `captures` (how often money was taken), `refunds` (amounts by refund id), `refunded` (their sum),
/// `refundable` (what is left of the capture), and `authorizedAt`, `declinedAt`, `capturedAt`, `voidedAt` and
/// `refundTimes` (by refund id).
final class SimulatedLedger {

    private enum State {
        AUTHORIZED, DECLINED, CAPTURED, VOIDED
    }

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Map<String, String> STATE = Map.of("#state", "state");

    private final DynamoDbClient dynamoDb;
    private final String paymentsTable;
    private final InstantSource clock;

    SimulatedLedger(DynamoDbClient dynamoDb, String paymentsTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.paymentsTable = Objects.requireNonNull(paymentsTable, "paymentsTable");
        this.clock = clock;
    }

    /// @return empty when the decision is recorded now, otherwise what stood there before
    Optional<Authorization> authorize(String orderId, Money amount, Authorization decision) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "orderId", text(orderId),
                "amount", number(amount.minorUnits()),
                "currency", text(amount.currency()),
                "captures", number(0),
                "refunded", number(0),
                "refunds", AttributeValue.fromM(Map.of()),
                "refundTimes", AttributeValue.fromM(Map.of())));
        if (decision instanceof Declined(String code)) {
            item.putAll(Map.of("state", state(State.DECLINED), "declineCode", text(code), "declinedAt", now()));
        } else {
            item.putAll(Map.of("state", state(State.AUTHORIZED), "authorizedAt", now()));
        }
        try {
            dynamoDb.putItem(put -> put.tableName(paymentsTable)
                    .item(item)
                    .conditionExpression("attribute_not_exists(orderId)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(recorded(e.item()));
        }
    }

    Capture capture(String orderId) {
        return write(
                orderId,
                "SET #state = :captured, capturedAt = :now, refundable = amount ADD captures :one",
                "#state = :authorized",
                STATE,
                Map.of(
                        ":authorized", state(State.AUTHORIZED),
                        ":captured", state(State.CAPTURED),
                        ":one", number(1),
                        ":now", now()))
                .map(item -> is(State.CAPTURED, item) ? Capture.CAPTURED : Capture.NOT_AUTHORIZED)
                .orElse(Capture.CAPTURED);
    }

    /// Leaves a tombstone for an order that was never authorised, so that a late authorisation finds it and is
    /// declined.
    Void voidAuthorization(String orderId) {
        return write(
                orderId,
                "SET #state = :voided, voidedAt = :now, captures = if_not_exists(captures, :zero)",
                "attribute_not_exists(orderId) OR #state = :authorized",
                STATE,
                Map.of(
                        ":authorized", state(State.AUTHORIZED),
                        ":voided", state(State.VOIDED),
                        ":zero", number(0),
                        ":now", now()))
                .map(item -> is(State.CAPTURED, item) ? Void.ALREADY_CAPTURED : Void.VOIDED)
                .orElse(Void.VOIDED);
    }

    /// Counts `refundable` down beside `refunded` because a condition cannot add: that enough is left and that this one
    /// was not made before hold in the one write.
    Refund refund(String orderId, String refundId, Money amount) {
        if (amount.minorUnits() <= 0) {
            throw new IllegalArgumentException("a refund is above zero");
        }
        return write(
                orderId,
                "SET refunds.#id = :amount, refundTimes.#id = :now, refunded = refunded + :amount,"
                        + " refundable = refundable - :amount",
                "#state = :captured AND refundable >= :amount AND attribute_not_exists(refunds.#id)",
                Map.of("#state", "state", "#id", refundId),
                Map.of(
                        ":captured", state(State.CAPTURED),
                        ":amount", number(amount.minorUnits()),
                        ":now", now()))
                .map(item -> item.containsKey("refunds") && item.get("refunds").m().containsKey(refundId)
                        ? Refund.REFUNDED
                        : Refund.NOT_COVERED)
                .orElse(Refund.REFUNDED);
    }

    /// Reads an item that belongs to no order; whether it exists does not matter.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException when the table does not answer
    boolean isReachable() {
        dynamoDb.getItem(get -> get.tableName(paymentsTable)
                .key(Map.of("orderId", text("reachable")))
                .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)));
        return true;
    }

    /// @return empty if it was written, otherwise the current item, if there is one
    private Optional<Map<String, AttributeValue>> write(
            String orderId,
            String update,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        Map<String, AttributeValue> key = Map.of("orderId", text(orderId));
        try {
            dynamoDb.updateItem(new ConditionalUpdate(key, update, condition, names, values).request(paymentsTable));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(e.hasItem() ? e.item() : Map.of());
        }
    }

    private static Authorization recorded(Map<String, AttributeValue> item) {
        return switch (State.valueOf(required(item, "state").s())) {
            case AUTHORIZED, CAPTURED -> new Authorized();
            case DECLINED -> new Declined(required(item, "declineCode").s());
            case VOIDED -> Declined.VOIDED;
        };
    }

    private static boolean is(State state, Map<String, AttributeValue> item) {
        return state(state).equals(item.get("state"));
    }

    private static AttributeValue state(State state) {
        return text(state.name());
    }

    private AttributeValue now() {
        return text(Timestamps.format(clock.instant()));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
