package dev.stampede.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cart.Shop.Answer;
import dev.stampede.model.CartId;
import dev.stampede.model.Money;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.Timestamps;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartHandlersTest {

    private final Shop shop = new Shop();
    private final CartId cart = CartId.ofGuest(UUID.randomUUID());

    @Test
    void aNewCartIsAnIdAndATokenAndNothingIsKept() {
        Answer answer = shop.newCart();

        assertThat(answer.status()).isEqualTo(201);
        String id = answer.data().string("cartId");
        assertThat(answer.headers()).containsEntry("location", "/api/cart/" + id);
        assertThat(shop.carts.calls).isZero();
        assertThat(CartId.of(id).orElseThrow().isGuests()).isTrue();
        Answer shown = shop.get(id, Optional.of(answer.data().string("cartToken")));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.data().fields()).containsEntry("items", List.of()).containsEntry("itemCount", 0L)
                .containsEntry("totalAmount", new BigDecimal("0.00")).containsEntry("expiresAt", null)
                .doesNotContainKey("cartToken");
        assertThat(shop.shelfReads).isZero();
    }

    /// Requirement 4.
    @Test
    void aCartShowsWhatItCostsNowAsAnOrderWould() {
        shop.add(cart, "gpu", 1);
        shop.clock.advance(Duration.ofSeconds(1));
        shop.add(cart, "cable", 3);
        shop.sell("gpu", 149_999, 12);

        Answer shown = shop.get(cart);

        assertThat(shown.items()).extracting(item -> item.string("productId")).containsExactly("gpu", "cable");
        assertThat(shown.item("gpu").fields()).containsExactlyEntriesOf(Json.object(
                "itemId", "gpu",
                "productId", "gpu",
                "name", "The gpu",
                "image", "/images/gpu.svg",
                "quantity", 1L,
                "price", new BigDecimal("1499.99"),
                "priceWhenAdded", new BigDecimal("1599.99"),
                "lineTotal", new BigDecimal("1499.99"),
                "available", 12L,
                "limitPerCustomer", null,
                "problem", "PRICE_CHANGED"));
        assertThat(shown.item("cable").fields()).containsEntry("problem", null)
                .containsEntry("lineTotal", new BigDecimal("29.97"));
        assertThat(shown.data().fields()).containsEntry("itemCount", 4L)
                .containsEntry("subtotal", new BigDecimal("1529.96"))
                .containsEntry("tax", new BigDecimal("122.40"))
                .containsEntry("totalAmount", new BigDecimal("1652.36"))
                .containsEntry("currency", "USD")
                .containsEntry("expiresAt", "2026-01-02T00:00:00.000Z");
    }

    @Test
    void theWorstProblemOfALineIsTold() {
        shop.sell("few", 100, 2);
        shop.sell("two-each", 100, 50, Optional.of(2), Optional.empty());
        for (String sku : List.of("gpu", "gone", "few", "two-each", "cable")) {
            shop.add(cart, sku, 3);
        }
        shop.products.remove("cable");

        Answer shown = shop.get(cart);

        assertThat(shown.item("gpu").fields()).containsEntry("problem", null);
        assertThat(shown.item("gone").string("problem")).isEqualTo("SOLD_OUT");
        assertThat(shown.item("few").string("problem")).isEqualTo("NOT_ENOUGH");
        assertThat(shown.item("two-each").string("problem")).isEqualTo("LIMIT_REACHED");
        assertThat(shown.item("two-each").fields()).containsEntry("limitPerCustomer", 2L);
        assertThat(shown.item("cable").fields()).containsEntry("problem", "NOT_FOR_SALE").containsEntry("name", "cable")
                .containsEntry("price", new BigDecimal("9.99"))
                .containsEntry("available", 0L)
                .containsEntry("image", null);
        assertThat(shown.data().fields()).as("without what is not for sale")
                .containsEntry("subtotal", new BigDecimal("4808.97")).containsEntry("itemCount", 15L);
    }

    @Test
    void aSaleHasItsPriceItsUnitsAndItsLimitWhileItRuns() {
        Instant noon = shop.clock.instant();
        Sale sale = new Sale(
                "flash", noon.plusSeconds(60), noon.plusSeconds(120), Money.ofMinor(5_000), 4, Optional.of(1));
        shop.sell("gpu", 159_999, 50, Optional.empty(), Optional.of(sale));
        shop.add(cart, "gpu", 2);

        assertThat(shop.get(cart).item("gpu").fields()).containsEntry("problem", "NOT_FOR_SALE")
                .containsEntry("saleStartsAt", Timestamps.format(sale.startsAt()));
        assertThat(shop.get(cart).data().fields()).containsEntry("totalAmount", new BigDecimal("0.00"));
        shop.clock.advance(Duration.ofSeconds(60));
        assertThat(shop.get(cart).item("gpu").fields()).doesNotContainKey("saleStartsAt")
                .containsEntry("problem", "LIMIT_REACHED")
                .containsEntry("price", new BigDecimal("50.00")).containsEntry("available", 4L);
        shop.stock.put("gpu", new Stock("gpu", 50, 0, 4, Map.of("flash", 0L)));
        assertThat(shop.get(cart).item("gpu").string("problem")).isEqualTo("SOLD_OUT");
        shop.clock.advance(Duration.ofSeconds(60));
        assertThat(shop.get(cart).item("gpu").fields()).containsEntry("problem", null);
    }

    /// Requirement 1.
    @Test
    void withoutItsTokenACartIsNotFoundAndNoTableIsAsked() {
        shop.add(cart, "gpu", 1);
        int calls = shop.carts.calls;
        CartId other = CartId.ofGuest(UUID.randomUUID());
        String token = cart.token(Shop.KEY.secret());

        List<Answer> refused = List.of(
                shop.get(cart.value(), Optional.empty()),
                shop.get(cart.value(), Optional.of(other.token(Shop.KEY.secret()))),
                shop.get(cart.value(), Optional.of(token + "A")),
                shop.get(cart.value(), Optional.of(cart.token("another secret".getBytes()))),
                shop.get(other.value(), Optional.of(token)),
                shop.get("no-id", Optional.of(token)),
                shop.get("", Optional.of(token)));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().object("error")).isEqualTo(refused.getFirst().body().object("error"));
        });
        assertThat(shop.carts.calls).isEqualTo(calls);
    }

    @Test
    void everyOperationAsksForTheToken() {
        shop.add(cart, "gpu", 1);
        int calls = shop.carts.calls;

        for (Optional<String> token : List.of(Optional.<String>empty(), Optional.of("wrong"))) {
            shop.tokens = _ -> token;
            assertThat(List.of(shop.get(cart), shop.add(cart, "gpu", 1), shop.set(cart, "gpu", "{\"quantity\":1}"),
                    shop.remove(cart, "gpu"), shop.merge(cart, "ann"), shop.post(cart, "no JSON")))
                    .allMatch(answer -> answer.status() == 404 && answer.errorCode().equals("CART_NOT_FOUND"));
        }
        assertThat(shop.carts.calls).isEqualTo(calls);
    }

    /// Requirement 2.
    @Test
    void addingSumsUpToTenAndPutsNothingInAboveThat() {
        shop.add(cart, "gpu", 4);

        assertThat(shop.add(cart, "gpu", 5).item("gpu").integer("quantity")).isEqualTo(9);
        Answer tooMany = shop.add(cart, "gpu", 2);
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.errorCode()).isEqualTo("CART_LIMIT");
        assertThat(tooMany.details().getFirst().fields()).containsEntry("field", "quantity")
                .containsEntry("message", "a line has 10 units at most; there is room for 1 more")
                .containsEntry("value", 1L);
        assertThat(shop.add(cart, "gpu", 1).item("gpu").integer("quantity")).isEqualTo(10);
    }

    @Test
    void unitsThatComeInAtTheSameMomentAreSummed() {
        shop.add(cart, "gpu", 1);
        shop.carts.meanwhile = () -> shop.add(cart, "gpu", 2);

        assertThat(shop.add(cart, "gpu", 3).item("gpu").integer("quantity")).isEqualTo(6);
        assertThat(shop.pauses).as("units are added to what is there, whatever it is").isEmpty();
        shop.carts.meanwhile = () -> shop.add(cart, "gpu", 3);
        assertThat(shop.add(cart, "gpu", 2).errorCode()).isEqualTo("CART_LIMIT");
        assertThat(shop.get(cart).item("gpu").integer("quantity")).isEqualTo(9);
    }

    @Test
    void aFirstLineThatComesInTwiceIsOne() {
        shop.carts.meanwhile = () -> shop.add(cart, "gpu", 2);

        assertThat(shop.add(cart, "gpu", 3).item("gpu").integer("quantity")).isEqualTo(5);
        assertThat(shop.pauses).containsExactly(0);
    }

    @Test
    void aCartHasTwentyLinesWhateverComesInAtOnce() {
        IntStream.range(0, 21).forEach(i -> shop.sell("p" + i, 100, 5));
        IntStream.range(0, 19).forEach(i -> shop.add(cart, "p" + i, 1));
        shop.carts.meanwhile = () -> shop.add(cart, "p19", 1);

        Answer refused = shop.add(cart, "p20", 1);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo("CART_LIMIT");
        assertThat(refused.details().getFirst().string("field")).isEqualTo("productId");
        assertThat(shop.get(cart).items()).hasSize(20);
        assertThat(shop.add(cart, "p3", 1).status()).as("a line that is there").isEqualTo(200);
    }

    /// Requirement 3.
    @Test
    void aKeyAddsOnce() {
        shop.add(cart, "gpu", 2, "k1");

        assertThat(shop.add(cart, "gpu", 2, "\"k1\"").item("gpu").integer("quantity")).isEqualTo(2);
        shop.carts.meanwhile = () -> shop.add(cart, "gpu", 3, "k2");
        assertThat(shop.add(cart, "gpu", 3, "k2").item("gpu").integer("quantity")).isEqualTo(5);
        assertThat(shop.add(cart, "gpu", 2, "k3").item("gpu").integer("quantity")).isEqualTo(7);
        assertThat(shop.add(cart, "gpu", 2, "a b").errorCode()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
    }

    @Test
    void aReplayIsAnsweredWhereTheLineIsFullOrTheProductGone() {
        shop.add(cart, "gpu", 10, "k1");

        assertThat(shop.add(cart, "gpu", 10, "k1").status()).isEqualTo(200);
        shop.products.remove("gpu");
        assertThat(shop.add(cart, "gpu", 10, "k1").status()).isEqualTo(200);
    }

    @Test
    void whoFindsTheCartChangedEachTimeComesBack() {
        IntStream.range(0, 10).forEach(i -> shop.sell("p" + i, 100, 5));
        int[] others = {0};
        Runnable[] again = new Runnable[1];
        again[0] = () -> {
            int n = others[0]++;
            shop.add(cart, "p" + n, 1);
            shop.carts.meanwhile = again[0];
        };
        shop.carts.meanwhile = again[0];

        Answer busy = shop.add(cart, "gpu", 1);

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.headers()).containsEntry("retry-after", "1");
        assertThat(others[0]).isEqualTo(Tries.MOST);
        assertThat(shop.pauses).containsExactly(0, 1, 2, 3);
        shop.carts.meanwhile = () -> {};
        assertThat(shop.get(cart).items()).hasSize(Tries.MOST);
    }

    @Test
    void whatIsNotInTheCatalogueIsNotPutIn() {
        assertThat(shop.add(cart, "unheard-of", 1).errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(shop.get(cart).items()).isEmpty();
    }

    /// Requirement 3: a request that went astray and comes late.
    @Test
    void aLateRepeatBringsNothingBackThatWasTakenOutOrMoved() {
        shop.add(cart, "gpu", 1, "k1");
        shop.add(cart, "cable", 2, "k2");
        shop.remove(cart, "gpu");

        assertThat(shop.add(cart, "gpu", 1, "k1").items()).hasSize(1);
        assertThat(shop.add(cart, "gpu", 1, "k3").items()).hasSize(2);
        assertThat(shop.add(cart, "gpu", 1, "k1").item("gpu").integer("quantity")).isEqualTo(1);
        shop.merge(cart, "ann");
        assertThat(shop.add(cart, "cable", 2, "k2").items()).isEmpty();
        assertThat(shop.add(Shop.cartOf("ann"), "cable", 2, "k2").item("cable").integer("quantity")).isEqualTo(2);
    }

    /// Requirement 3: as everywhere else, one key names one request.
    @Test
    void aKeyThatPutSomethingElseInIsRefusedWhateverBecameOfThat() {
        shop.add(cart, "cable", 1, "k0");
        shop.add(cart, "gpu", 1, "k1");

        assertReused(shop.add(cart, "gpu", 2, "k1"));
        assertReused(shop.add(cart, "cable", 1, "k1"));
        assertReused(shop.add(cart, "unheard-of", 1, "k1"));
        assertThat(shop.add(cart, "gpu", 1, "k1").status()).as("the same").isEqualTo(200);
        assertThat(shop.add(cart, "gpu", 2, "k").status()).as("another key").isEqualTo(200);
        assertThat(shop.get(cart).item("gpu").integer("quantity")).isEqualTo(3);

        shop.remove(cart, "gpu");
        assertReused(shop.add(cart, "gpu", 2, "k1"));
        assertThat(shop.add(cart, "gpu", 1, "k1").status()).isEqualTo(200);
        shop.merge(cart, "ann");
        assertReused(shop.add(cart, "cable", 2, "k0"));
        assertReused(shop.add(Shop.cartOf("ann"), "cable", 2, "k0"));
        assertThat(shop.get(Shop.cartOf("ann")).item("cable").integer("quantity")).isEqualTo(1);
    }

    /// Also where both came at once: the later one finds the earlier one's mark.
    @Test
    void oneOfTwoRequestsThatMeetUnderOneKeyIsRefused() {
        shop.add(cart, "gpu", 1);
        shop.carts.meanwhile = () -> shop.add(cart, "gpu", 1, "k1");

        assertReused(shop.add(cart, "gpu", 2, "k1"));
        assertThat(shop.get(cart).item("gpu").integer("quantity")).isEqualTo(2);
    }

    private static void assertReused(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aLineThatDoesNotHoldStillIsComeBackTo() {
        shop.add(cart, "gpu", 1);
        Runnable[] other = {null};
        other[0] = () -> {
            shop.add(cart, "gpu", 1);
            shop.carts.meanwhile = other[0];
        };
        shop.carts.meanwhile = other[0];

        Answer busy = shop.remove(cart, "gpu");

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.errorCode()).isEqualTo("CART_BUSY");
        shop.carts.meanwhile = () -> {};
        assertThat(shop.remove(cart, "gpu").items()).isEmpty();
    }

    @Test
    void addingAgainShowsThePriceOfThen() {
        shop.add(cart, "gpu", 1);
        shop.sell("gpu", 100, 5);

        assertThat(shop.add(cart, "gpu", 1).item("gpu").fields()).containsEntry("problem", null)
                .containsEntry("priceWhenAdded", new BigDecimal("1.00"));
    }

    @Test
    void aLineIsChangedAndTakenOut() {
        shop.add(cart, "gpu", 1);
        shop.add(cart, "cable", 1);

        assertThat(shop.set(cart, "gpu", "{\"quantity\":10}").item("gpu").integer("quantity")).isEqualTo(10);
        assertThat(shop.remove(cart, "gpu").items()).hasSize(1);
        assertThat(shop.remove(cart, "gpu").status()).isEqualTo(200);
        Answer missing = shop.set(cart, "gpu", "{\"quantity\":1}");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.errorCode()).isEqualTo("CART_ITEM_NOT_FOUND");
    }

    /// Requirement 7.
    @ParameterizedTest
    @ValueSource(strings = {"#cart", "!order#1", "", "GPU", "a b"})
    void anItemThatNoProductCanBeIsNoLine(String itemId) {
        shop.add(cart, "gpu", 1);
        int calls = shop.carts.calls;

        assertThat(shop.set(cart, itemId, "{\"quantity\":1}").errorCode()).isEqualTo("CART_ITEM_NOT_FOUND");
        assertThat(shop.carts.calls).isEqualTo(calls);
        assertThat(shop.remove(cart, itemId).items()).hasSize(1);
        assertThat(shop.carts.calls).as("it was only read").isEqualTo(calls + 1);
    }

    @Test
    void everyFaultOfABodyIsNamed() {
        Answer answer = shop.post(cart, "{\"productId\":\"GPU\",\"quantity\":11,\"price\":1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.details()).extracting(detail -> detail.string("field") + " " + detail.string("code"))
                .containsExactlyInAnyOrder("productId INVALID_VALUE", "quantity INVALID_VALUE", "price UNKNOWN_FIELD");
        assertThat(shop.post(cart, "{}").details()).hasSize(2);
        assertThat(shop.post(cart, "{").errorCode()).isEqualTo("MALFORMED_JSON");
        assertThat(shop.post(cart, " ".repeat(5000)).status()).isEqualTo(413);
        assertThat(shop.set(cart, "gpu", "{\"quantity\":0}").errorCode()).isEqualTo("VALIDATION_FAILED");
        assertThat(shop.set(cart, "gpu", "{\"quantity\":\"1\"}").details().getFirst().string("code"))
                .isEqualTo("WRONG_TYPE");
        assertThat(shop.carts.calls).isZero();
    }

    /// Requirement 6.
    @Test
    void usingACartKeepsItAndLookingAtItWritesNowAndThenOnly() {
        shop.add(cart, "gpu", 1);
        shop.add(cart, "cable", 1);
        shop.clock.advance(Duration.ofHours(3));
        assertThat(shop.get(cart).data().string("expiresAt")).isEqualTo("2026-01-02T00:00:00.000Z");
        assertThat(shop.carts.renewals).isZero();

        shop.clock.advance(Duration.ofSeconds(1));
        assertThat(shop.get(cart).data().string("expiresAt")).isEqualTo("2026-01-02T03:00:01.000Z");
        assertThat(shop.get(cart).data().string("expiresAt")).isEqualTo("2026-01-02T03:00:01.000Z");
        assertThat(shop.carts.renewals).isEqualTo(1);

        shop.clock.advance(Duration.ofDays(1).minusSeconds(1));
        shop.set(cart, "gpu", "{\"quantity\":2}");
        assertThat(shop.get(cart).items()).hasSize(2);
        shop.clock.advance(Duration.ofDays(1));
        assertThat(shop.get(cart).items()).isEmpty();
    }

    @Test
    void aCustomersOwnCartIsTheSameEverywhereAndKeptForAWeek() {
        Answer own = shop.getOwn(Map.of("sub", "ann"));
        assertThat(own.status()).isEqualTo(200);
        CartId id = CartId.of(own.data().string("cartId")).orElseThrow();
        assertThat(id).isEqualTo(Shop.cartOf("ann")).isNotEqualTo(Shop.cartOf("bob"));

        assertThat(shop.get(id.value(), Optional.of(own.data().string("cartToken"))).status()).isEqualTo(200);
        assertThat(shop.add(id, "gpu", 1).data().string("expiresAt")).isEqualTo("2026-01-08T00:00:00.000Z");
        assertThat(shop.getOwn(Map.of("sub", "ann")).items()).hasSize(1);
        assertThat(shop.getOwn(Map.of("sub", "bob")).items()).isEmpty();
        assertThat(shop.getOwn(Map.of()).status()).isEqualTo(401);
    }
}
