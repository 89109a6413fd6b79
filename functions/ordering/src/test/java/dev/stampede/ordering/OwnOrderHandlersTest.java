package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.model.Receipt;
import dev.stampede.testing.InMemoryOrders;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.Requests;
import dev.stampede.testing.Requests.Answer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnOrderHandlersTest {

    private enum Operation {
        CANCEL(Recorded.PAID, "CANCELLED", CancelOrderHandler::new), REQUEST_RETURN(Recorded.DELIVERED,
                "RETURN_REQUESTED", RequestReturnHandler::new);

        final Recorded from;
        final String to;
        final Function<ChangeOwnOrder, RequestStreamHandler> handler;

        Operation(Recorded from, String to, Function<ChangeOwnOrder, RequestStreamHandler> handler) {
            this.from = from;
            this.to = to;
            this.handler = handler;
        }
    }

    private final InMemoryOrders orders = new InMemoryOrders();

    @ParameterizedTest
    @EnumSource
    void anOrderIsChangedByItsReceiptAndShownAsShoppersSeeIt(Operation operation) {
        orders.record(operation.from.order);

        Answer answer = post(operation, Recorded.receipt(), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().fields()).containsEntry("status", operation.to)
                .containsKeys("items", "payment", "refunded", "history").doesNotContainKeys("fraud", "stock");
        assertThat(answer.body().toString()).doesNotContain("staff", "tok_ok");
    }

    @ParameterizedTest
    @EnumSource
    void aNoteMayComeWithIt(Operation operation) {
        orders.record(operation.from.order);

        assertThat(post(operation, Recorded.receipt(), "{\"note\":\"it is blue\"}").status()).isEqualTo(200);
        assertThat(orders.stored(Recorded.ID).history().getLast().note()).contains("it is blue");
    }

    /// Requirement 22.
    @ParameterizedTest
    @ValueSource(strings = {"{\"note\":1}", "{\"note\":null}", "{\"note\":\"a\\u0007\"}", "{\"reason\":\"x\"}",
        "{\"note\":\"x\",\"amount\":1}", "[]", "\"note\""})
    void aBodyThatSaysAnythingElseIsRefused(String body) {
        orders.record(Operation.CANCEL.from.order);

        Answer answer = post(Operation.CANCEL, Recorded.receipt(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("VALIDATION_FAILED");
        assertThat(orders.stored(Recorded.ID)).isSameAs(Operation.CANCEL.from.order);
    }

    /// Requirement 22.
    @ParameterizedTest
    @EnumSource
    void aBodyIsSmallAndJson(Operation operation) {
        String note = "\"" + "x".repeat(500) + "\"";
        orders.record(operation.from.order);

        assertThat(post(operation, Recorded.receipt(), "{").errorCode()).isEqualTo("MALFORMED_JSON");
        assertThat(post(operation, Recorded.receipt(), "{}" + " ".repeat(4096)).status()).isEqualTo(413);
        assertThat(post(operation, Recorded.receipt(), "{\"note\":" + note.replace("\"x", "\"xx") + "}").status())
                .isEqualTo(400);
        assertThat(post(operation, Recorded.receipt(), "{\"note\":" + note + "}").status()).isEqualTo(200);
    }

    /// Requirement 21.
    @ParameterizedTest
    @EnumSource
    void aRefusalNamesTheStateTheOrderIsIn(Operation operation) {
        orders.record(Recorded.EXPIRED.order);

        Answer answer = post(operation, Recorded.receipt(), "{}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("ORDER_STATE_CONFLICT");
        assertThat(answer.detail().fields()).containsEntry("field", "status").containsEntry("code", "EXPIRED");
        assertThat(answer.headers()).doesNotContainKey("retry-after");
    }

    /// Requirement 20.
    @ParameterizedTest
    @EnumSource
    void whatIsNotRecordedYetIsWorthAnotherTryInASecond(Operation operation) {
        Answer answer = post(operation, Recorded.receipt(), "{}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail().fields()).containsEntry("code", "PENDING");
        assertThat(answer.headers()).containsEntry("retry-after", "1");
    }

    /// Requirements 12 and 20.
    @ParameterizedTest
    @EnumSource
    void aWrongReceiptIsAnsweredAsIfThereWereNoOrderAndALosersAsForReading(Operation operation) {
        orders.record(operation.from.order);
        String loser = new Receipt(Recorded.ID, "another-body-than-that").token(Shop.KEY.secret());

        for (String receipt : List.of("", Recorded.receipt() + "x")) {
            assertThat(post(operation, receipt, "{}").status()).isEqualTo(404);
            assertThat(post(operation, receipt, "{}").errorCode()).isEqualTo("ORDER_NOT_FOUND");
        }
        assertThat(post(operation, loser, "{}").errorCode()).isEqualTo("RECEIPT_SUPERSEDED");
    }

    @Test
    void neitherStartsWithoutItsTable() {
        List.<Function<Map<String, String>, RequestStreamHandler>>of(CancelOrderHandler::new, RequestReturnHandler::new)
                .forEach(handler -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> handler.apply(Map.of())).withMessageContaining("ORDERS_TABLE"));
    }

    private Answer post(Operation operation, String receiptToken, String body) {
        RequestStreamHandler handler = operation.handler.apply(new ChangeOwnOrder(
                new GetOrder(orders, Shop.KEY), orders, InstantSource.fixed(Recorded.NOON)));
        return Requests.post(handler, Recorded.ID, Map.of("X-Receipt-Token", receiptToken), body);
    }
}
