package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Actor;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.Receipt;
import dev.stampede.model.wire.JsonObject;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.Requests;
import dev.stampede.testing.Requests.Answer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GetOrderTest {

    private static final String ID = "7d3f2b1a-5c4e-5f60-8a9b-0c1d2e3f4a5b";
    private static final String OTHER_ID = "00000000-5c4e-5f60-8a9b-0c1d2e3f4a5b";

    private final Shop shop = new Shop();
    private final PlacedOrder placed = Placed.order(ID, Map.of("cable", 3));
    private final String token = Receipt.of(placed).token(Shop.KEY.secret());

    /// Requirement 11.
    @Test
    void showsARecordedOrderToItsReceipt() {
        shop.recorded.put(ID, Order.reserved(placed, shop.clock.instant(), Shop.HOLD));

        Answer answer = get(ID, token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().fields()).containsEntry("status", "RESERVED").containsEntry("reason", null)
                .containsEntry("customerEmail", "customer@example.com")
                .containsEntry("subtotal", new BigDecimal("3.00"))
                .containsEntry("itemCount", 3L)
                .containsKeys("tax", "totalAmount", "createdAt", "updatedAt", "currency");
        assertThat(answer.data().object("payment").string("status")).isEqualTo("PENDING");
        assertThat(answer.data().objects("history").getFirst().fields())
                .containsOnlyKeys("type", "status", "at", "reason").containsEntry("type", "order_created");
    }

    @Test
    void showsUntilWhenTheUnitsAreHeldAndNotAfterThat() {
        shop.recorded.put(Recorded.ID, Recorded.RESERVED.order);
        assertThat(get(Recorded.ID, Recorded.receipt()).data().string("holdUntil"))
                .isEqualTo("2026-01-01T12:15:00.000Z");

        shop.recorded.put(Recorded.ID, Recorded.PAID.order);
        assertThat(get(Recorded.ID, Recorded.receipt()).data().fields()).containsEntry("holdUntil", null);
    }

    @Test
    void showsWhatWasGivenBack() {
        Order partly = Recorded.SHIPPED.order.refunded(new Refund(Money.ofMinor(150), "secret-key"),
                Actor.staff("staff@example.com", Recorded.NOON, Optional.of("secret note"))).orElseThrow();
        shop.recorded.put(Recorded.ID, partly);

        Answer answer = get(Recorded.ID, Recorded.receipt());

        assertThat(answer.data().fields()).containsEntry("refunded", new BigDecimal("1.50"));
        assertThat(answer.data().objects("history").getLast().fields()).containsEntry("type", "order_refunded")
                .containsEntry("amount", new BigDecimal("1.50"));
        assertThat(answer.body().toString()).doesNotContain("staff", "secret");
    }

    @Test
    void aPaymentThatACancellationGaveBackIsShownAsGivenBack() {
        shop.recorded.put(Recorded.ID, Recorded.CANCELLED_PAID.order);
        assertThat(get(Recorded.ID, Recorded.receipt()).data().fields())
                .containsEntry("refunded", new BigDecimal("0.00"));

        shop.recorded.put(Recorded.ID, Recorded.CANCELLED_PAID.order.paymentRefunded().orElseThrow());
        JsonObject order = get(Recorded.ID, Recorded.receipt()).data();

        assertThat(order.object("payment").string("status")).isEqualTo("REFUNDED");
        assertThat(order.fields().get("refunded")).isEqualTo(order.fields().get("totalAmount"));
    }

    @Test
    void showsNothingOfHowTheShopWorksInside() {
        shop.recorded.put(ID, Order.reserved(placed, shop.clock.instant(), Shop.HOLD));

        assertThat(get(ID, token).body().toString()).doesNotContain("tok_ok", "fingerprint", "fraud", "traceparent");
    }

    @Test
    void saysWhyAnOrderWasRejected() {
        shop.recorded.put(ID, Order.rejected(placed, Reason.SOLD_OUT, shop.clock.instant()));

        assertThat(get(ID, token).data().fields())
                .containsEntry("status", "REJECTED")
                .containsEntry("reason", "SOLD_OUT");
    }

    @Test
    void anAcceptedOrderReadsAsPendingBeforeItIsRecorded() {
        Answer answer = get(ID, token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().fields()).isEqualTo(Map.of("orderId", ID, "status", "PENDING"));
    }

    /// Requirement 11: nobody learns whether the order exists, and the table is not asked.
    @Test
    void withoutTheReceiptAnOrderDoesNotExist() {
        shop.recorded.put(ID, Order.reserved(placed, shop.clock.instant(), Shop.HOLD));
        String forged = token.substring(0, 43) + (token.endsWith("A") ? "B" : "A");
        String ofOther = Receipt.of(Placed.order(OTHER_ID, Map.of("cable", 3))).token(Shop.KEY.secret());
        String ofOtherKey = Receipt.of(placed).token(new byte[]{1});

        for (Answer answer : List.of(get(ID, null), get(ID, ""), get(ID, forged), get(ID, ofOther), get(ID, ofOtherKey),
                get(OTHER_ID, token), get("not-an-id", token), get(ID, token + "x"), get(ID, "ä".repeat(44)),
                get(ID, "x".repeat(10_000)))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(withoutTime(answer)).isEqualTo(withoutTime(get(OTHER_ID, null)));
        }
        assertThat(shop.lookUps).isZero();
    }

    /// Requirement 12.
    @Test
    void theLoserOfARaceSeesNothingOfTheWinner() {
        PlacedOrder winner = new PlacedOrder(ID, placed.customer(), placed.lines(), "tok_ok",
                "another-fingerprint-than-that", placed.traceparent(), placed.placedAt());
        shop.recorded.put(ID, Order.reserved(winner, shop.clock.instant(), Shop.HOLD));

        Answer answer = get(ID, token);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("RECEIPT_SUPERSEDED");
        assertThat(answer.body().toString()).doesNotContain("customer@example.com", "cable");
    }

    private static Map<String, Object> withoutTime(Answer answer) {
        Map<String, Object> body = new HashMap<>(answer.body().fields());
        body.remove("timestamp");
        return body;
    }

    @Test
    void aReceiptOpensNothingWhoseIdIsNone() {
        String madeUp = new Receipt("no-id", "head").token(Shop.KEY.secret());

        assertThat(new GetOrder(shop, Shop.KEY).get("no-id", Optional.of(madeUp)))
                .isInstanceOf(GetOrder.Result.NotFound.class);
        assertThat(shop.lookUps).isZero();
    }

    private Answer get(String orderId, String receiptToken) {
        return Requests.get(shop.getOrder(), orderId,
                receiptToken == null ? Map.of() : Map.of("x-receipt-token", receiptToken));
    }
}
