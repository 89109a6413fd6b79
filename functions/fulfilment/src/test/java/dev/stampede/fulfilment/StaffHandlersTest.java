package dev.stampede.fulfilment;

import static dev.stampede.fulfilment.Requests.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.fulfilment.Requests.Answer;
import dev.stampede.model.wire.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StaffHandlersTest {

    /// Each operation with a state that allows it and a body that is right.
    private enum Operation {
        SHIP(State.PAID, "{}", "SHIPPED", ShipOrderHandler::new), DELIVER(State.SHIPPED, "{}", "DELIVERED",
                DeliverOrderHandler::new), REFUND(State.DELIVERED, "{\"amount\":5}", "DELIVERED",
                        move -> new RefundOrderHandler(new RefundOrder(move))), DECIDE_FRAUD(State.IN_REVIEW,
                                "{\"decision\":\"reject\"}", "CANCELLED",
                                DecideFraudHandler::new), RECEIVE_RETURN(State.RETURN_REQUESTED,
                                        "{\"units\":\"write-off\"}", "RETURNED", ReceiveReturnHandler::new);

        final State from;
        final String body;
        final String to;
        final Function<MoveOrder, RequestStreamHandler> handler;

        Operation(State from, String body, String to, Function<MoveOrder, RequestStreamHandler> handler) {
            this.from = from;
            this.body = body;
            this.to = to;
            this.handler = handler;
        }
    }

    private static final Map<String, String> KEY = Map.of("Idempotency-Key", "k1");

    private InMemoryOrders orders = new InMemoryOrders();

    @ParameterizedTest
    @EnumSource
    void anAdminMovesAnOrderAndSeesItAsStaffDo(Operation operation) {
        orders = new InMemoryOrders(operation.from.order);

        Answer answer = post(operation, operation.body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("idempotency-replayed");
        assertThat(answer.data().fields())
                .containsEntry("status", operation.to).containsEntry("customerId", "customer-1")
                .containsKeys("items", "totalAmount", "refunded", "refundable", "stock", "payment");
        assertThat(answer.data().object("fraud").fields()).containsOnlyKeys("decision", "score", "rules");
        assertThat(answer.data().objects("history").getLast().fields())
                .containsEntry("by", "staff:staff@example.com").containsEntry("note", null);
        assertThat(answer.body().toString()).doesNotContain("tok_ok", "fff", "traceparent");
    }

    /// Requirement 1.
    @ParameterizedTest
    @EnumSource
    void nobodyElseMovesAnOrderOrLearnsOfIt(Operation operation) {
        orders = new InMemoryOrders(operation.from.order);
        Map<String, String> customer = Map.of("sub", "u-2", "email", "customer@example.com", "email_verified", "true",
                "cognito:groups", "[customer]");

        assertThat(post(operation, Map.of(), operation.body).status()).isEqualTo(401);
        for (String body : List.of(operation.body, "{", "x".repeat(5000))) {
            Answer answer = post(operation, customer, body);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.errorCode()).isEqualTo("FORBIDDEN");
        }
        assertThat(orders.reads).isZero();
    }

    /// Requirement 2.
    @ParameterizedTest
    @EnumSource
    void aNoteIsAShortTextOnOneLine(Operation operation) {
        for (String note : List.of("1", "null", "\"" + "x".repeat(501) + "\"", "\"a\\nb\"", "\"a\\u0000\"",
                "\"\\u009b\"")) {
            Answer answer = post(operation, with(operation, "\"note\":" + note));
            assertThat(answer.status()).as(note).isEqualTo(400);
            assertThat(answer.detail()).containsEntry("field", "note");
        }
        orders = new InMemoryOrders(operation.from.order);

        Answer answer = post(operation, with(operation, "\"note\":\"" + "ß".repeat(498) + "\uD83D\uDE00\""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().objects("history").getLast().string("note")).endsWith("ß\uD83D\uDE00");
    }

    /// Requirement 2.
    @ParameterizedTest
    @EnumSource
    void aBodyIsRefusedAsAWhole(Operation operation) {
        orders = new InMemoryOrders(operation.from.order);

        assertThat(post(operation, with(operation, "\"amuont\":5")).detail())
                .containsEntry("field", "amuont").containsEntry("code", "UNKNOWN_FIELD");
        assertThat(post(operation, "{").errorCode()).isEqualTo("MALFORMED_JSON");
        assertThat(post(operation, "[]").status()).isEqualTo(400);
        assertThat(post(operation, operation.body + " ".repeat(4096)).status()).isEqualTo(413);
        assertThat(orders.stored()).isSameAs(operation.from.order);
    }

    /// Requirement 3.
    @ParameterizedTest
    @EnumSource
    void aRefusalNamesTheStateTheOrderIsIn(Operation operation) {
        orders = new InMemoryOrders(State.EXPIRED.order);

        Answer answer = post(operation, operation.body);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("ORDER_STATE_CONFLICT");
        assertThat(answer.detail()).containsEntry("field", "status").containsEntry("code", "EXPIRED");
    }

    @ParameterizedTest
    @EnumSource
    void anOrderThatIsNotRecordedIsNotFound(Operation operation) {
        Answer answer = post(operation, operation.body);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("ORDER_NOT_FOUND");
    }

    /// Requirement 3.
    @Test
    void aRefusalToShipSaysWhatThePaymentLacks() {
        orders = new InMemoryOrders(State.CONFIRMED.order);

        assertThat(post(Operation.SHIP, "").detail()).containsEntry("code", "CONFIRMED")
                .hasEntrySatisfying("message", text -> assertThat((String) text).contains("AUTHORIZED"));
    }

    /// Requirement 7.
    @Test
    void whoseAddressIsNotVerifiedIsNamedById() {
        orders = new InMemoryOrders(State.PAID.order);

        post(Operation.SHIP, Map.of("sub", "u-9", "email", "boss@example.com", "cognito:groups", "[admin]"), "");

        assertThat(orders.stored().history().getLast().by()).isEqualTo("staff:u-9");
    }

    @ParameterizedTest
    @CsvSource({"approve,CONFIRMED", "reject,CANCELLED"})
    void aDecisionAboutFraudIsTheMembers(String decision, String status) {
        orders = new InMemoryOrders(State.IN_REVIEW.order);

        JsonObject order = post(Operation.DECIDE_FRAUD, "{\"decision\":\"" + decision + "\"}").data();

        assertThat(order.string("status")).isEqualTo(status);
        assertThat(order.object("fraud").fields()).containsEntry("score", 60L)
                .containsEntry("decision", decision.equals("approve") ? "APPROVED" : "REJECTED");
    }

    @ParameterizedTest
    @CsvSource({"restock,RESTOCKED", "write-off,WRITTEN_OFF"})
    void returnedUnitsGoWhereTheMemberSays(String units, String reason) {
        orders = new InMemoryOrders(State.RETURN_REQUESTED.order);

        JsonObject order = post(Operation.RECEIVE_RETURN, "{\"units\":\"" + units + "\"}").data();

        assertThat(order.objects("history").getLast().string("reason")).isEqualTo(reason);
        assertThat(orders.stored().stockWanted().name()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"DECIDE_FRAUD,decision,maybe", "DECIDE_FRAUD,decision,Approve", "RECEIVE_RETURN,units,burn"})
    void aDecisionIsOneOfTheTwoThereAre(Operation operation, String field, String value) {
        assertThat(post(operation, "{}").detail()).containsEntry("field", field).containsEntry("code", "REQUIRED");
        assertThat(post(operation, "{\"" + field + "\":\"" + value + "\"}").detail())
                .containsEntry("field", field).containsEntry("code", "INVALID_VALUE");
    }

    @Test
    void noneStartsWithoutItsTable() {
        Stream.<Function<Map<String, String>, RequestStreamHandler>>of(ShipOrderHandler::new, DeliverOrderHandler::new,
                RefundOrderHandler::new, DecideFraudHandler::new, ReceiveReturnHandler::new)
                .forEach(handler -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> handler.apply(Map.of())).withMessageContaining("ORDERS_TABLE"));
    }

    private static String with(Operation operation, String field) {
        String fields = operation.body.substring(1, operation.body.length() - 1);
        return "{" + field + (fields.isEmpty() ? "" : ",") + fields + "}";
    }

    private Answer post(Operation operation, String body) {
        return post(operation, ADMIN, body);
    }

    private Answer post(Operation operation, Map<String, String> claims, String body) {
        return Requests.post(handler(operation), claims, KEY, body);
    }

    private RequestStreamHandler handler(Operation operation) {
        return operation.handler.apply(new MoveOrder(orders, orders, InstantSource.fixed(Sample.NOW)));
    }
}
