package dev.stampede.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.fulfilment.Requests.Answer;
import dev.stampede.model.Order;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is a refund's own; the rest is in [StaffHandlersTest].
class RefundOrderHandlerTest {

    private static final Map<String, String> KEY = Map.of("Idempotency-Key", "k1");

    private final InMemoryOrders orders = new InMemoryOrders(State.PAID.order);

    /// Requirement 5.
    @Test
    void aRefundNeedsAKeyThatIsOne() {
        assertThat(refund(Map.of(), "{}").errorCode()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        for (String key : List.of("", "a b", "x".repeat(65), "\"k1")) {
            Answer answer = refund(Map.of("Idempotency-Key", key), "{}");
            assertThat(answer.status()).as(key).isEqualTo(400);
            assertThat(answer.errorCode()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
        }
        assertThat(orders.reads).isZero();
    }

    /// Requirement 5.
    @Test
    void aRefundThatIsAskedForAgainIsAnsweredAgain() {
        refund(KEY, "{\"amount\":5.50}");

        Answer replay = refund(Map.of("Idempotency-Key", "\"k1\""), "{\"amount\":5.5}");

        assertThat(replay.status()).isEqualTo(200);
        assertThat(replay.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(replay.data().fields().get("refunded")).isEqualTo(new BigDecimal("5.50"));
        assertThat(refund(KEY, "{\"amount\":5}").status()).isEqualTo(422);
        assertThat(refund(KEY, "{\"amount\":5}").errorCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    /// Requirement 6.
    @Test
    void aRefundAboveThePaymentIsRefusedWithWhatIsLeft() {
        Answer answer = refund(KEY, "{\"amount\":1728}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("REFUND_EXCEEDS_PAYMENT");
        assertThat((String) answer.detail().get("message")).contains("1727.99 USD");
        assertThat(answer.detail()).containsEntry("value", new BigDecimal("1727.99"));
    }

    /// Requirement 6.
    @Test
    void aPartTooManyIsRefusedWithTheOneThatIsStillPossible() {
        for (int part = 1; part < Order.MAX_REFUNDS; part++) {
            refund(Map.of("Idempotency-Key", "k" + part), "{\"amount\":1}");
        }

        Answer answer = refund(Map.of("Idempotency-Key", "more"), "{\"amount\":1}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("TOO_MANY_REFUNDS");
        assertThat((String) answer.detail().get("message")).contains("1678.99 USD");
    }

    /// Requirement 6.
    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "0.001", "5.001", "1e30", "1e-9", "\"5\"", "null", "true", "[]"})
    void anAmountIsAboveZeroWithAtMostTwoDecimals(String amount) {
        Answer answer = refund(KEY, "{\"amount\":" + amount + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).containsEntry("field", "amount");
        assertThat(orders.stored()).isSameAs(State.PAID.order);
    }

    private Answer refund(Map<String, String> headers, String body) {
        MoveOrder moveOrder = new MoveOrder(orders, orders, InstantSource.fixed(Sample.NOW));
        return Requests.post(new RefundOrderHandler(new RefundOrder(moveOrder)), Requests.ADMIN, headers, body);
    }
}
