package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stampede.model.AddressToken;
import dev.stampede.model.CartId;
import dev.stampede.model.EmailAddress;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Receipt;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.testing.Requests;
import dev.stampede.testing.Requests.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckoutTest {

    private static final String ANN = "{\"customerEmail\":\"ann@example.com\"}";

    private final Shop shop = new Shop();
    private final InMemoryCarts carts = new InMemoryCarts();
    private final CartId cart = CartId.ofGuest(UUID.randomUUID());
    private OrderQueue queue = shop;

    @BeforeEach
    void fillTheCart() {
        put("rtx-4090", 1);
        put("cable", 3);
    }

    /// Requirement 28.
    @Test
    void aCartIsOrderedAsAnyOrderIsAndIsEmptyThen() {
        Answer answer = checkOut("k1", ANN);

        assertThat(answer.status()).isEqualTo(202);
        PlacedOrder placed = shop.sent.getFirst();
        assertThat(answer.data().string("orderId")).isEqualTo(placed.orderId());
        assertThat(answer.headers()).containsEntry("location", "/api/orders/" + placed.orderId())
                .doesNotContainKey("idempotency-replayed");
        assertThat(placed.lines()).extracting(OrderLine::sku).containsExactly("cable", "rtx-4090");
        assertThat(placed.lines()).extracting(line -> line.unitPrice().minorUnits()).containsExactly(999L, 159_999L);
        assertThat(placed.customer().email()).contains("ann@example.com");
        assertThat(placed.paymentToken()).isEqualTo("tok_ok");
        assertThat(carts.units(cart)).isEmpty();
        assertThat(Requests.get(shop.getOrder(), placed.orderId(),
                Map.of("x-receipt-token", answer.data().string("receiptToken"))).data().string("status"))
                .isEqualTo("PENDING");
    }

    /// Requirement 33: before the order is recorded, on the same instance and on another.
    @Test
    void aReplayIsTheSameOrderAlthoughTheCartIsEmptyByThen() {
        Answer first = checkOut("k1", ANN);
        shop.sell("rtx-4090", 1, 0);
        shop.clock.advance(Duration.ofMinutes(1));

        for (CheckoutHandler instance : List.of(handler(), handler())) {
            Answer again = checkOut(instance, "\"k1\"", ANN);
            assertThat(again.status()).isEqualTo(202);
            assertThat(again.data()).isEqualTo(first.data());
            assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
        }
        assertThat(shop.sent).hasSize(1);
    }

    @Test
    void aReplaySaysHowTheRecordedOrderStandsLongAfterTheCartHasForgottenIt() {
        Answer first = checkOut("k1", ANN);
        PlacedOrder placed = shop.sent.getFirst();
        shop.recorded.put(placed.orderId(), Order.reserved(placed, placed.placedAt(), Shop.HOLD));
        carts.forgetMarks();
        put("cable", 1);

        Answer again = checkOut("k1", ANN);

        assertThat(again.data().string("orderId")).isEqualTo(first.data().string("orderId"));
        assertThat(again.data().string("status")).isEqualTo("RESERVED");
        assertThat(carts.units(cart)).isEqualTo(Map.of("cable", 1));
        assertThat(shop.sent).hasSize(1);
    }

    @Test
    void anotherCheckoutUnderTheSameKeyIsRefused() {
        checkOut("k1", ANN);
        String bob = ANN.replace("ann@", "bob@");
        String otherCard = "{\"customerEmail\":\"ann@example.com\",\"paymentToken\":\"tok_declined\"}";

        assertThat(checkOut("k1", bob).errorCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(checkOut("k1", otherCard).status()).isEqualTo(422);
        // The total is only compared, as prices are.
        assertThat(checkOut("k1", "{\"customerEmail\":\"ann@example.com\",\"totalAmount\":1}").status()).isEqualTo(202);
        assertThat(shop.sent).hasSize(1);
    }

    @Test
    void aKeyNamesAnotherOrderInAnotherCartAndWithoutOne() {
        CartId other = CartId.ofGuest(UUID.randomUUID());
        carts.put(other, "cable", 1, shop.clock.instant());
        Answer here = checkOut("k1", ANN);
        Answer there = Requests.checkOut(handler(), other, Map.of("Idempotency-Key", "k1",
                "X-Cart-Token", other.token(Shop.KEY.secret())), ANN);
        Answer without = Requests.post(shop.createOrder(), Map.of("Idempotency-Key", "k1"),
                "{\"cart\":[{\"id\":\"cable\",\"quantity\":1}],\"customerEmail\":\"ann@example.com\"}");

        assertThat(List.of(here, there, without)).extracting(Answer::status).containsOnly(202);
        assertThat(shop.sent).extracting(PlacedOrder::orderId).doesNotHaveDuplicates().hasSize(3);
    }

    /// Requirement 32.
    @Test
    void aSecondTabFindsTheCartEmpty() {
        checkOut("k1", ANN);

        Answer second = checkOut("k2", ANN);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.errorCode()).isEqualTo("CART_EMPTY");
        assertThat(shop.sent).hasSize(1);
    }

    @Test
    void twoTabsAtOnceMakeOneOrder() {
        Answer[] other = new Answer[1];
        carts.beforeClaim = () -> other[0] = checkOut("k2", ANN);

        Answer late = checkOut("k1", ANN);

        assertThat(other[0].status()).isEqualTo(202);
        assertThat(late.errorCode()).isEqualTo("CART_EMPTY");
        assertThat(shop.sent).hasSize(1);
    }

    @Test
    void theSameKeyTwiceAtOnceMakesOneOrder() {
        Answer[] other = new Answer[1];
        carts.beforeClaim = () -> other[0] = checkOut("k1", ANN);

        Answer late = checkOut("k1", ANN);

        assertThat(late.status()).isEqualTo(202);
        assertThat(late.data()).isEqualTo(other[0].data());
        assertThat(shop.sent).hasSize(1);
    }

    @Test
    void anOrderThatDiedBeforeItWasSentIsSentByItsRetryAsItWas() {
        Answer first = dyingAtTheQueue("k1");
        assertThat(first.status()).isEqualTo(500);
        assertThat(carts.units(cart)).as("not accepted, not emptied").hasSize(2);
        shop.sell("rtx-4090", 1, 0);
        shop.clock.advance(Duration.ofMinutes(1));

        Answer again = checkOut("k1", ANN);

        assertThat(again.status()).isEqualTo(202);
        assertThat(shop.sent).hasSize(1);
        assertThat(shop.sent.getFirst().placedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(again.data().string("orderId")).isEqualTo(shop.sent.getFirst().orderId());
        assertThat(carts.units(cart)).isEmpty();
    }

    @Test
    void anOrderThatDiedBeforeItGotItsLinesIsFinishedByWhoComesNext() {
        dyingBeforeTheCartIsEmptied("k1");
        put("cable", 2);

        Answer other = checkOut("k2", ANN);

        assertThat(other.status()).isEqualTo(202);
        assertThat(shop.sent).extracting(PlacedOrder::orderId).hasSize(3);
        assertThat(shop.sent.get(1)).as("again, to the letter").isEqualTo(shop.sent.getFirst());
        assertThat(shop.sent.get(2).lines()).extracting(OrderLine::sku, OrderLine::quantity)
                .containsExactly(tuple("cable", 2));
        assertThat(carts.units(cart)).isEmpty();
        Answer retry = checkOut("k1", ANN);
        assertThat(retry.data().string("orderId")).isEqualTo(shop.sent.getFirst().orderId());
        assertThat(shop.sent).hasSize(3);
    }

    @Test
    void aRetryAfterACrashIsTheOrderAsItWasAlthoughTheCartIsAnother() {
        dyingBeforeTheCartIsEmptied("k1");
        put("gone", 1);

        Answer again = checkOut("k1", ANN);

        assertThat(again.data().integer("itemCount")).isEqualTo(4);
        assertThat(carts.units(cart)).isEqualTo(Map.of("gone", 1));
    }

    /// Requirement 31.
    @Test
    void whatIsPutInMeanwhileStaysInTheCart() {
        carts.beforeOrdered = () -> {
            put("cable", 2);
            put("gone", 1);
            carts.remove(cart, "rtx-4090");
        };

        Answer answer = checkOut("k1", ANN);

        assertThat(answer.data().integer("itemCount")).isEqualTo(4);
        assertThat(carts.units(cart)).isEqualTo(Map.of("cable", 2, "gone", 1));
    }

    @Test
    void whatComesInBeforeTheOrderIsMadeIsOrderedWithIt() {
        carts.beforeClaim = () -> put("ssd", 1);
        shop.sell("ssd", 100, 5);

        assertThat(checkOut("k1", ANN).data().integer("itemCount")).isEqualTo(5);
        assertThat(carts.units(cart)).isEmpty();
    }

    /// Requirement 30.
    @Test
    void aTotalThatDiffersIsToldAndNothingIsOrdered() {
        String shown = "{\"customerEmail\":\"ann@example.com\",\"totalAmount\":%s}";

        Answer differs = checkOut("k1", shown.formatted("1760.35"));

        assertThat(differs.status()).isEqualTo(409);
        assertThat(differs.errorCode()).isEqualTo("PRICE_CHANGED");
        assertThat(differs.detail().fields()).containsEntry("field", "totalAmount")
                .containsEntry("code", "PRICE_CHANGED")
                .containsEntry("message", "the total is now 1760.36 USD")
                .containsEntry("value", new BigDecimal("1760.36"));
        assertThat(shop.sent).isEmpty();
        assertThat(carts.units(cart)).hasSize(2);
        assertThat(checkOut("k1", shown.formatted("1760.36")).status()).isEqualTo(202);
    }

    /// Requirement 39: the cart is shown at the table's prices, so its total may be newer than what is remembered.
    @Test
    void aTotalThatTheCartShowedAfterAChangeIsNotRefusedOutOfMemory() {
        CreateOrder warm = shop.createOrder(shop);
        Requests.post(new CreateOrderHandler(warm, Shop.KEY, new Random(1)), Map.of(),
                """
                        {"cart":[{"id":"cable","quantity":1},{"id":"rtx-4090","quantity":1}],"customerEmail":"bob@example.com"}""");
        shop.sell("cable", 1_999, 7);
        shop.clock.advance(Duration.ofMillis(1));

        Answer shown = checkOut(handler(warm), "k1", "{\"customerEmail\":\"ann@example.com\",\"totalAmount\":1792.76}");

        assertThat(shown.status()).isEqualTo(202);
        assertThat(shop.sent.getLast().totals().total().minorUnits()).isEqualTo(179_276);
    }

    @Test
    void whatCannotBeOrderedIsToldByItsLineAndTheCartStays() {
        put("gone", 1);
        Answer soldOut = checkOut("k1", ANN);
        assertThat(soldOut.errorCode()).isEqualTo("SOLD_OUT");
        assertThat(soldOut.detail().string("field")).isEqualTo("items[gone]");

        put("unheard-of", 1);
        assertThat(checkOut("k1", ANN).errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
        carts.remove(cart, "unheard-of");
        carts.remove(cart, "gone");
        shop.sell("mouse", 100, Optional.of(1), Optional.empty());
        shop.sell("soon", 100, Optional.empty(), Optional.of(new Sale("s", shop.clock.instant().plusSeconds(60),
                shop.clock.instant().plusSeconds(90), Money.ofMinor(5), 9, Optional.empty())));
        put("mouse", 2);
        shop.stock.put("mouse", Stock.of("mouse", 5));
        assertThat(checkOut("k1", ANN).errorCode()).isEqualTo("LIMIT_REACHED");
        put("soon", 1);
        assertThat(checkOut("k1", ANN).headers()).containsEntry("retry-after", "60");
        assertThat(shop.sent).isEmpty();
        assertThat(carts.units(cart)).hasSize(4);
    }

    /// Requirement 29.
    @Test
    void withoutTheCartsTokenThereIsNoCartAndNoTableIsAsked() {
        Answer receipt = Requests.post(shop.createOrder(), Map.of("Idempotency-Key", "k1"),
                "{\"cart\":[{\"id\":\"cable\",\"quantity\":1}],\"customerEmail\":\"ann@example.com\"}");
        String orderId = receipt.data().string("orderId");
        String receiptToken = receipt.data().string("receiptToken");
        CartId other = CartId.ofGuest(UUID.randomUUID());
        int calls = carts.calls;

        assertThat(List.of("", "A", other.token(Shop.KEY.secret()), receiptToken, receiptToken.substring(22)))
                .allSatisfy(
                        token -> assertThat(Requests.checkOut(handler(), cart,
                                Map.of("Idempotency-Key", "k1", "X-Cart-Token", token), ANN).errorCode())
                                .isEqualTo("CART_NOT_FOUND"));
        assertThat(Requests.checkOut(handler(), cart, Map.of("Idempotency-Key", "k1"), ANN).status()).isEqualTo(404);
        assertThat(carts.calls).isEqualTo(calls);
        // And the other way round, also for an order that had a cart's id.
        assertThat(Requests.get(shop.getOrder(), orderId, Map.of("X-Receipt-Token", cart.token(Shop.KEY.secret())))
                .status())
                .isEqualTo(404);
        assertThat(Requests.get(shop.getOrder(), cart.value(),
                Map.of("X-Receipt-Token", cart.token(Shop.KEY.secret()))).status()).isEqualTo(404);
        assertThat(new Receipt(cart.value(), "").token(Shop.KEY.secret())).isNotEqualTo(cart.token(Shop.KEY.secret()));
        assertThat(new Receipt("cart", cart.value()).token(Shop.KEY.secret()))
                .doesNotStartWith(cart.token(Shop.KEY.secret()));
    }

    @Test
    void aCheckoutNeedsAKeyAndAnAddress() {
        String token = cart.token(Shop.KEY.secret());

        assertThat(Requests.checkOut(handler(), cart, Map.of("X-Cart-Token", token), ANN).errorCode())
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(checkOut("a b", ANN).errorCode()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
        assertThat(checkOut("k1", "{}").detail().fields()).containsEntry("field", "customerEmail")
                .containsEntry("code", "REQUIRED");
        assertThat(checkOut("k1", "{\"customerEmail\":\"ann@example.com\",\"cart\":[]}").detail().string("code"))
                .isEqualTo("UNKNOWN_FIELD");
        assertThat(
                checkOut("k1", "{\"customerEmail\":\"ann@example.com\",\"totalAmount\":-1}").detail().string("field"))
                .isEqualTo("totalAmount");
        assertThat(checkOut("k1", "{").errorCode()).isEqualTo("MALFORMED_JSON");
        assertThat(shop.sent).isEmpty();
    }

    @Test
    void aCartThatDoesNotHoldStillIsComeBackTo() {
        Runnable[] again = new Runnable[1];
        int[] others = {0};
        again[0] = () -> {
            shop.sell("p" + others[0], 100, 5);
            put("p" + others[0]++, 1);
            carts.beforeClaim = again[0];
        };
        carts.beforeClaim = again[0];

        Answer busy = checkOut("k1", ANN);

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.headers()).containsEntry("retry-after", "1");
        assertThat(shop.sent).isEmpty();
        assertThat(others[0]).isEqualTo(Checkout.MAX_TRIES);
    }

    /// Requirement 36.
    @Test
    void whoShowsThatTheAddressIsTheirsIsKnownByIt() {
        put("cable", 1);
        String token = AddressToken.of("ann@example.com", Instant.now(), Shop.KEY.secret());

        Answer answer = Requests.checkOut(handler(), cart, Map.of("Idempotency-Key", "k1", "X-Address-Token", token,
                "X-Cart-Token", cart.token(Shop.KEY.secret())), "{\"customerEmail\":\"ann@example.com\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(shop.sent.getFirst().customer().proven()).isTrue();
    }

    /// Requirement 34.
    @Test
    void tooManyCheckoutsLeaveTheCartAsItIs() {
        shop.bounds = new OrderBrake.Bounds(1, 600);
        put("cable", 1);
        assertThat(checkOut("k1", ANN).status()).isEqualTo(202);
        put("cable", 2);

        Answer tooMany = checkOut("k2", ANN);

        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.errorCode()).isEqualTo("TOO_MANY_ORDERS");
        assertThat(shop.sent).hasSize(1);
        assertThat(carts.read(cart, shop.clock.instant()).cart().lines()).hasSize(1);
        assertThat(checkOut("k1", ANN).headers()).containsEntry("idempotency-replayed", "true");
    }

    private Answer dyingAtTheQueue(String key) {
        queue = _ -> {
            throw new IllegalStateException("no queue");
        };
        try {
            return checkOut(key, ANN);
        } finally {
            queue = shop;
        }
    }

    private void dyingBeforeTheCartIsEmptied(String key) {
        carts.beforeOrdered = () -> {
            throw new IllegalStateException("no table");
        };
        assertThat(checkOut(key, ANN).status()).isEqualTo(500);
        assertThat(shop.sent).hasSize(1);
    }

    private void put(String sku, int quantity) {
        carts.put(cart, sku, quantity, shop.clock.instant());
    }

    @Test
    void anAddressThatIsNoneIsRefusedInWords() {
        assertThat(checkOut("k1", "{\"customerEmail\":\"ann@example\"}").detail().string("message"))
                .isEqualTo("customerEmail must be " + EmailAddress.IN_WORDS);
    }

    private Answer checkOut(String key, String body) {
        return checkOut(handler(), key, body);
    }

    private Answer checkOut(CheckoutHandler handler, String key, String body) {
        return Requests.checkOut(handler, cart,
                Map.of("Idempotency-Key", key, "X-Cart-Token", cart.token(Shop.KEY.secret())), body);
    }

    /// Another instance each time: nothing is remembered.
    private CheckoutHandler handler() {
        return handler(shop.createOrder(queue));
    }

    private CheckoutHandler handler(CreateOrder createOrder) {
        return new CheckoutHandler(
                new Checkout(carts, createOrder, Shop.KEY, _ -> {}, shop.clock), Shop.KEY, new Random(1));
    }
}
