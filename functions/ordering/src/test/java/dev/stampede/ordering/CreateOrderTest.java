package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.AddressToken;
import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Stock;
import dev.stampede.model.wire.JsonObject;
import dev.stampede.testing.Requests;
import dev.stampede.testing.Requests.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateOrderTest {

    private static final String ONE_CARD = """
            {"cart":[{"id":"rtx-4090","name":"RTX 4090 GPU","price":1599.99,"quantity":1}],
             "customerEmail":"customer@example.com"}""";
    private static final String TWO_CARDS = ONE_CARD.replace("\"quantity\":1", "\"quantity\":2");

    private final Shop shop = new Shop();
    private final CreateOrderHandler handler = shop.createOrder();

    @Test
    void acceptsAnOrderAndSaysWhatItCosts() {
        Answer answer = post("k1", ONE_CARD);

        assertThat(answer.status()).isEqualTo(202);
        JsonObject data = answer.data();
        assertThat(data.fields()).containsAllEntriesOf(Map.of(
                "status", "PENDING",
                "subtotal", new BigDecimal("1599.99"),
                "tax", new BigDecimal("128.00"),
                "totalAmount", new BigDecimal("1727.99"),
                "currency", "USD",
                "itemCount", 1L,
                "createdAt", "2026-01-01T00:00:00.000Z"));
        assertThat(answer.headers()).containsEntry("location", "/api/orders/" + data.string("orderId"))
                .containsEntry("cache-control", "no-store");
        assertThat(data.objects("items").getFirst().fields()).containsEntry("lineTotal", new BigDecimal("1599.99"));
        assertThat(shop.sent).extracting(PlacedOrder::orderId).containsExactly(data.string("orderId"));
        assertThat(data.string("receiptToken")).matches("[A-Za-z0-9_-]{44}");
    }

    /// Requirement 2: the name and the price are the catalogue's.
    @Test
    void neverChargesWhatTheClientSays() {
        post("k1", "{\"cart\":[{\"id\":\"cable\",\"name\":\"free\",\"quantity\":3}],\"customerEmail\":\"a@b.co\"}");

        assertThat(shop.sent.getFirst().lines().getFirst().name()).isEqualTo("CABLE");
        assertThat(shop.sent.getFirst().totals().subtotal().minorUnits()).isEqualTo(2_997);
    }

    @Test
    void tellsTheTruePriceWhereTheClientsDiffers() {
        Answer answer = post("k1", ONE_CARD.replace("1599.99", "1"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("PRICE_CHANGED");
        assertThat(answer.detail().string("field")).isEqualTo("cart[0].price");
        assertThat(answer.detail().string("message")).contains("1599.99 USD");
        assertThat(shop.sent).isEmpty();
    }

    /// Requirement 39.
    @Test
    void aPriceThatTheShopperWasShownAfterAChangeIsNotRefusedOutOfMemory() {
        post("k1", cable("9.99"));
        shop.sell("cable", 100_000, 7);
        shop.clock.advance(Duration.ofMillis(1));

        assertThat(post("k2", cable("1000.00")).status()).isEqualTo(202);
        assertThat(shop.sent.getLast().lines().getFirst().unitPrice().minorUnits()).isEqualTo(100_000);
        assertThat(shop.sureReads).isEqualTo(1);
        // What was read for one counts for all.
        assertThat(post("k3", cable("9.99")).detail().string("message")).contains("1000.00 USD");
    }

    /// Requirement 39.
    @Test
    void aPriceIsRefusedWithTheOneThatStandsNowAndNotARememberedOne() {
        post("k1", cable("9.99"));
        shop.sell("cable", 100_000, 7);
        shop.clock.advance(Duration.ofMillis(1));

        assertThat(post("k2", cable("5.00")).detail().string("message")).isEqualTo("the price is now 1000.00 USD");
    }

    /// Requirement 39.
    @Test
    void whatTheStaffChangedOrDeletedCountsASecondLater() {
        post("k1", cable("9.99"));
        shop.sell("cable", 100_000, 7);
        shop.products.remove("rtx-4090");
        shop.clock.advance(CachedOffers.KEPT);

        Answer unpriced = post("k2", cable("9.99").replace("\"price\":9.99,", ""));
        assertThat(unpriced.status()).isEqualTo(202);
        assertThat(shop.sent.getLast().lines().getFirst().unitPrice().minorUnits()).isEqualTo(100_000);
        assertThat(post("k3", ONE_CARD).errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
    }

    /// Requirement 39: somebody who has the product before them with another price hears that it is gone.
    @Test
    void whatWasDeletedIsRefusedWhereThePriceIsContradicted() {
        post("k1", cable("9.99"));
        shop.products.remove("cable");
        shop.clock.advance(Duration.ofMillis(1));

        assertThat(post("k2", cable("5.00")).errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
    }

    @Test
    void refusesWhatIsSoldOutOrUnknown() {
        Answer soldOut = post("k1", ONE_CARD.replace("rtx-4090", "gone"));
        Answer unknown = post("k2", ONE_CARD.replace("rtx-4090", "unheard-of"));

        assertThat(soldOut.status()).isEqualTo(409);
        assertThat(soldOut.errorCode()).isEqualTo("SOLD_OUT");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(unknown.detail().string("field")).isEqualTo("cart[0]");
        assertThat(shop.sent).isEmpty();
    }

    /// Requirement 3, on the same instance.
    @Test
    void aRetryNamesTheSameOrderForOneLookUp() {
        Answer first = post("k1", ONE_CARD);
        int lookUps = shop.lookUps;
        Answer again = post("\"k1\"", ONE_CARD);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.data()).isEqualTo(first.data());
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true")
                .containsEntry("location", first.headers().get("location"));
        assertThat(first.headers()).doesNotContainKey("idempotency-replayed");
        assertThat(shop.sent).hasSize(1);
        assertThat(shop.lookUps).isEqualTo(lookUps + 1);
    }

    /// Requirement 3: whoever asks again hears what became of the order, not what it was when it was accepted.
    @Test
    void aRetryOnTheSameInstanceIsToldHowTheOrderStandsNow() {
        post("k1", ONE_CARD);
        record();

        Answer again = post("k1", ONE_CARD);

        assertThat(again.data().string("status")).isEqualTo("RESERVED");
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(shop.sent).hasSize(1);
    }

    /// Requirement 3, on another instance.
    @Test
    void aRetryElsewhereFindsTheRecordedOrder() {
        Answer first = post("k1", ONE_CARD);
        record();
        shop.sell("rtx-4090", 1, 0);

        Answer again = Requests.post(shop.createOrder(), Map.of("Idempotency-Key", "k1"), ONE_CARD);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.data().string("orderId")).isEqualTo(first.data().string("orderId"));
        assertThat(again.data().string("receiptToken")).isEqualTo(first.data().string("receiptToken"));
        assertThat(again.data().string("status")).isEqualTo("RESERVED");
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(shop.sent).hasSize(1);
    }

    /// Requirement 38: `order-1` is anybody's guess, and with the receipt an order is read and cancelled.
    @ParameterizedTest
    @ValueSource(strings = {"order-1", "1", "k-34567890123456789-1"})
    void whoGuessesAKeyLaterGetsNoReceipt(String key) {
        Answer first = post(key, ONE_CARD);
        shop.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(post(key, ONE_CARD).data()).isEqualTo(first.data());

        shop.clock.advance(Duration.ofMillis(1));
        Answer here = post(key, ONE_CARD);
        record();
        Answer elsewhere = Requests.post(shop.createOrder(), Map.of("Idempotency-Key", key), ONE_CARD);

        for (Answer guessed : List.of(here, elsewhere)) {
            assertThat(guessed.status()).isEqualTo(202);
            assertThat(guessed.headers()).containsEntry("idempotency-replayed", "true");
            assertThat(guessed.data().string("orderId")).isEqualTo(first.data().string("orderId"));
            assertThat(guessed.data().fields()).doesNotContainKey("receiptToken");
            assertThat(guessed.data().toString()).doesNotContain(first.data().string("receiptToken"));
        }
        assertThat(shop.sent).hasSize(1);
    }

    /// Requirement 38.
    @ParameterizedTest
    @ValueSource(strings = {"0f8fad5b-d9cb-469f-a165-70867728950e", "\"V1StGXR8_Z5jdHi6B-myTx\""})
    void aKeyThatNobodyGuessesGetsTheReceiptAgainWhenever(String key) {
        Answer first = post(key, ONE_CARD);
        record();
        shop.clock.advance(Duration.ofDays(20));

        assertThat(post(key, ONE_CARD).data().string("receiptToken")).isEqualTo(first.data().string("receiptToken"));
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefusedHereAndElsewhere() {
        post("k1", ONE_CARD);
        record();

        assertThat(post("k1", TWO_CARDS).status()).isEqualTo(422);
        Answer elsewhere = Requests.post(
                shop.createOrder(), Map.of("idempotency-key", "k1"), ONE_CARD.replace("customer@", "other@"));
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.errorCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(shop.sent).hasSize(1);
    }

    @Test
    void aSendThatFailedCanBeRetried() {
        OrderQueue broken = _ -> {
            throw new IllegalStateException("no queue");
        };
        var flaky = new CreateOrderHandler(shop.createOrder(broken), Shop.KEY, new Random(1));

        assertThat(Requests.post(flaky, Map.of("Idempotency-Key", "k1"), ONE_CARD).status()).isEqualTo(500);
        assertThat(post("k1", ONE_CARD).headers()).doesNotContainKey("idempotency-replayed");
        assertThat(shop.sent).hasSize(1);
    }

    /// Requirement 34: nobody is turned away for orders that the queue did not take.
    @Test
    void aSendThatFailedIsNotCounted() {
        shop.bounds = new OrderBrake.Bounds(4, 600);
        boolean[] broken = {true};
        var flaky = new CreateOrderHandler(shop.createOrder(placed -> {
            if (broken[0]) {
                throw new IllegalStateException("no queue");
            }
            shop.send(placed);
        }), Shop.KEY, new Random(1));
        for (int i = 0; i < 40; i++) {
            assertThat(Requests.post(flaky, Map.of(), ONE_CARD).status()).isEqualTo(500);
        }

        broken[0] = false;

        assertThat(Requests.post(flaky, Map.of(), ONE_CARD).status()).isEqualTo(202);
    }

    @Test
    void withoutAKeyEachRequestIsAnOrderOfItsOwn() {
        Answer first = Requests.post(handler, Map.of(), ONE_CARD);
        Answer second = Requests.post(handler, Map.of(), ONE_CARD);

        assertThat(first.data().string("orderId")).isNotEqualTo(second.data().string("orderId"));
        assertThat(shop.sent).hasSize(2);
        assertThat(shop.lookUps).isZero();
    }

    /// Requirement 37: a customer id is whatever a client makes up.
    @Test
    void whatIsLimitedIsSoldToAnAddressOnly() {
        shop.sell("scarce", 100, Optional.of(1), Optional.empty());
        shop.stock.put("scarce", Stock.of("scarce", 5));
        String body = "{\"customer_id\":\"c-1\",\"items\":[{\"product_id\":\"%s\",\"quantity\":1}]}";

        Answer refused = post("k1", body.formatted("scarce"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.detail().string("field")).isEqualTo("customerEmail");
        assertThat(post("k2", body.formatted("cable")).status()).isEqualTo(202);
        assertThat(shop.sent).hasSize(1);
    }

    /// Requirement 36.
    @Test
    void whoShowsThatTheAddressIsTheirsIsKnownByIt() {
        String token = AddressToken.of("customer@example.com", Instant.now(), Shop.KEY.secret());
        Requests.post(handler, Map.of("X-Address-Token", token), ONE_CARD);
        Requests.post(handler, Map.of("X-Address-Token", token), ONE_CARD.replace("customer@", "other@"));
        Requests.post(handler, Map.of("X-Address-Token", "1." + "a".repeat(22)), ONE_CARD);

        assertThat(shop.sent).extracting(placed -> placed.customer().proven()).containsExactly(true, false, false);
    }

    /// Requirement 34.
    @Test
    void tooManyOrdersForOneMailboxAreTurnedAwayAndItsReplaysAreNot() {
        shop.bounds = new OrderBrake.Bounds(4, 600);
        CreateOrderHandler braked = shop.createOrder();
        List<Answer> answers = IntStream.range(0, 12)
                .mapToObj(i -> Requests.post(braked, Map.of("Idempotency-Key", "k" + i), ONE_CARD)).toList();

        assertThat(answers.getLast().status()).isEqualTo(429);
        assertThat(answers.getLast().errorCode()).isEqualTo("TOO_MANY_ORDERS");
        assertThat(answers.getLast().headers()).containsEntry("retry-after", "90");
        assertThat(shop.sent).hasSizeBetween(4, 5);
        assertThat(Requests.post(braked, Map.of("Idempotency-Key", "k0"), ONE_CARD).status()).isEqualTo(202);
    }

    /// Requirement 34: who was refused for something else has ordered nothing.
    @Test
    void whatIsSoldOutIsNotCounted() {
        IntStream.range(0, 100).forEach(i -> post("k" + i, ONE_CARD.replace("rtx-4090", "gone")));

        assertThat(post("late", ONE_CARD).status()).isEqualTo(202);
        assertThat(shop.limitCalls).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "k1, k2"})
    void refusesAnIdempotencyKeyThatIsNone(String key) {
        Answer answer = post(key, ONE_CARD);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
    }

    @Test
    void refusalsOfTheBodyHaveStableCodes() {
        assertThat(post("k1", "{").errorCode()).isEqualTo("MALFORMED_JSON");
        assertThat(post("k1", "{}").errorCode()).isEqualTo("VALIDATION_FAILED");
        Answer large = post("k1", "x".repeat(1024 * 1024));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.errorCode()).isEqualTo("PAYLOAD_TOO_LARGE");
        assertThat(shop.sent).isEmpty();
        assertThat(shop.lookUps + shop.offerReads).isZero();
    }

    /// Requirement 4: one look-up and one send. A crowd in one second reads no offer twice.
    @Test
    void aWarmCatalogueSavesTheRead() {
        post("k1", ONE_CARD);
        post("k2", ONE_CARD);

        assertThat(shop.offerReads).isEqualTo(1);
        assertThat(shop.sureReads).isZero();
        assertThat(shop.lookUps).isEqualTo(2);
        assertThat(shop.sent).hasSize(2);
    }

    @Test
    void theCallersTraceGoesOnWhereItIsValid() {
        String valid = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Requests.post(handler, Map.of("traceparent", valid), ONE_CARD);
        Requests.post(handler, Map.of("traceparent", "00-" + "0".repeat(32) + "-b7ad6b7169203331-01"), ONE_CARD);

        assertThat(shop.sent.getFirst().traceparent()).isEqualTo(valid);
        assertThat(shop.sent.getLast().traceparent()).isNotEqualTo(valid).matches(TraceParent::isValid);
    }

    private static String cable(String price) {
        return """
                {"cart":[{"id":"cable","price":%s,"quantity":1}],"customerEmail":"customer@example.com"}"""
                .formatted(price);
    }

    private void record() {
        shop.sent.forEach(
                placed -> shop.recorded.put(placed.orderId(), Order.reserved(placed, shop.clock.instant(), Shop.HOLD)));
    }

    private Answer post(String key, String body) {
        return Requests.post(handler, Map.of("Idempotency-Key", key), body);
    }
}
