package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Money;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderLine.SaleUnits;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.testing.Requests;
import dev.stampede.testing.Requests.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Requirements 2, 14 and 15.
class CreateOrderInSaleTest {

    private static final String ONE = "{\"cart\":[{\"id\":\"earbuds\",\"quantity\":1}],\"customerEmail\":\"a@b.co\"}";

    private final Shop shop = new Shop();
    private final CreateOrderHandler handler = shop.createOrder();
    private final Instant opened = shop.clock.instant();

    /// An hour after the shop's clock began, for an hour: 50 units at 59.00, two for each customer.
    private final Sale sale = new Sale("spring", opened.plus(Duration.ofHours(1)), opened.plus(Duration.ofHours(2)),
            Money.ofMinor(5_900), 50, Optional.of(2));

    CreateOrderInSaleTest() {
        shop.sell("earbuds", 14_900, 200);
        shop.sell("earbuds", 14_900, Optional.of(4), Optional.of(sale));
    }

    @Test
    void beforeTheSaleNothingIsSoldAndTheTimeIsTold() {
        shop.clock.advance(Duration.ofMinutes(59).plusMillis(500));

        Answer early = post(ONE);

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.errorCode()).isEqualTo("SALE_NOT_STARTED");
        assertThat(early.detail().fields()).isEqualTo(Map.of("field", "cart[0]", "code", "SALE_NOT_STARTED",
                "message", "the sale of earbuds starts at 2026-01-01T01:00:00.000Z",
                "value", "2026-01-01T01:00:00.000Z"));
        assertThat(early.headers()).containsEntry("retry-after", "60");
        assertThat(shop.sent).isEmpty();
    }

    @Test
    void theSaleStartsOnTheSecondOutOfMemory() {
        shop.clock.advance(Duration.ofMinutes(59).plusMillis(59_999));
        assertThat(post(ONE).errorCode()).isEqualTo("SALE_NOT_STARTED");

        shop.clock.advance(Duration.ofMillis(1));

        assertThat(post(ONE).status()).isEqualTo(202);
        assertThat(shop.offerReads).isEqualTo(1);
        assertThat(shop.sent.getFirst().lines()).containsExactly(new OrderLine(
                "earbuds", "EARBUDS", sale.price(), 1, Optional.of(2), Optional.of(new SaleUnits("spring", 50))));
        assertThat(shop.sent.getFirst().placedAt()).isEqualTo(sale.startsAt());
    }

    @Test
    void theSaleEndsOnTheSecondOutOfMemory() {
        shop.clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(post(ONE).data().fields()).containsEntry("subtotal", Money.ofMinor(5_900).toDecimal());

        shop.clock.advance(Duration.ofMillis(1));

        assertThat(post(ONE).data().fields()).containsEntry("subtotal", Money.ofMinor(14_900).toDecimal());
        assertThat(shop.offerReads).isEqualTo(1);
        assertThat(shop.sent.getLast().lines().getFirst().limitPerCustomer()).contains(4);
    }

    /// A price that was shown counts as of now: during the sale it is the sale's.
    @Test
    void theClientsPriceIsComparedWithTheOneInForce() {
        shop.clock.advance(Duration.ofHours(1));

        assertThat(post(ONE.replace("\"quantity\"", "\"price\":59,\"quantity\"")).status()).isEqualTo(202);
        Answer usual = post(ONE.replace("\"quantity\"", "\"price\":149,\"quantity\""));
        assertThat(usual.errorCode()).isEqualTo("PRICE_CHANGED");
        assertThat(usual.detail().fields()).containsEntry("message", "the price is now 59.00 USD")
                .containsEntry("value", new BigDecimal("59.00"));
    }

    @Test
    void aReplayAfterTheSaleKeepsItsPrice() {
        shop.clock.advance(Duration.ofHours(1));
        Map<String, String> key = Map.of("Idempotency-Key", "nobody-guesses-this-one");
        Answer first = Requests.post(handler, key, ONE);
        shop.clock.advance(Duration.ofHours(2));

        assertThat(Requests.post(handler, key, ONE).data()).isEqualTo(first.data());
    }

    @Test
    void moreThanOneCustomerMayHaveIsRefusedAtOnce() {
        shop.clock.advance(Duration.ofHours(1));

        Answer three = post(ONE.replace("\"quantity\":1", "\"quantity\":3"));

        assertThat(three.status()).isEqualTo(409);
        assertThat(three.errorCode()).isEqualTo("LIMIT_REACHED");
        assertThat(three.detail().fields()).isEqualTo(Map.of("field", "cart[0].quantity", "code", "LIMIT_REACHED",
                "message", "one customer may have 2 of earbuds", "value", 2L));
        assertThat(post(ONE.replace("\"quantity\":1", "\"quantity\":2")).status()).isEqualTo(202);
        shop.clock.advance(Duration.ofHours(1));
        assertThat(post(ONE.replace("\"quantity\":1", "\"quantity\":4")).status()).isEqualTo(202);
        assertThat(post(ONE.replace("\"quantity\":1", "\"quantity\":5")).errorCode()).isEqualTo("LIMIT_REACHED");
    }

    @Test
    void aSaleThatIsSoldOutRefusesThoughTheShelfIsFullUntilItIsOver() {
        shop.clock.advance(Duration.ofHours(1));
        shop.stock.put("earbuds", new Stock("earbuds", 150, 50, 0, Map.of("spring", 0L)));

        assertThat(post(ONE).errorCode()).isEqualTo("SOLD_OUT");
        shop.clock.advance(Duration.ofHours(1));
        assertThat(post(ONE).status()).isEqualTo(202);
    }

    /// The losers of a sale ask for the stock item once a second together, and hear of units that come back by then.
    @Test
    void whoComesTooLateCostsOneReadASecond() {
        shop.clock.advance(Duration.ofHours(1));
        shop.stock.put("earbuds", new Stock("earbuds", 150, 50, 0, Map.of("spring", 0L)));
        for (int i = 0; i < 3_000; i++) {
            assertThat(post(ONE).errorCode()).isEqualTo("SOLD_OUT");
            shop.clock.advance(Duration.ofMillis(1));
        }
        assertThat(shop.offerReads).isEqualTo(3);

        shop.stock.put("earbuds", new Stock("earbuds", 151, 49, 0, Map.of("spring", 1L)));
        assertThat(post(ONE).status()).isEqualTo(202);
        assertThat(shop.lookUps + shop.sent.size()).isEqualTo(1);
    }

    /// The last unit goes while the product is remembered: who comes a second later hears it here, not by mail.
    @Test
    void thatTheLastUnitIsGoneIsKnownASecondLater() {
        shop.clock.advance(Duration.ofHours(1));
        assertThat(post(ONE).status()).isEqualTo(202);
        shop.stock.put("earbuds", new Stock("earbuds", 150, 50, 0, Map.of("spring", 0L)));

        assertThat(post(ONE).status()).isEqualTo(202);
        shop.clock.advance(CachedOffers.KEPT);
        assertThat(post(ONE).errorCode()).isEqualTo("SOLD_OUT");
    }

    /// First what no other order would help against, then what a smaller one would, then what another yes would.
    @Test
    void refusalsAreToldInAStableOrder() {
        shop.sell("gone", 100, Optional.of(1), Optional.empty());
        shop.sell("few", 100, 5);
        shop.sell("few", 100, Optional.of(1), Optional.empty());
        String changed = "{\"id\":\"cable\",\"price\":1,\"quantity\":1}";
        String limited = changed + ",{\"id\":\"few\",\"price\":1,\"quantity\":2}";
        String gone = limited + ",{\"id\":\"gone\",\"price\":1,\"quantity\":2}";
        String early = gone + ",{\"id\":\"earbuds\",\"price\":1,\"quantity\":9}";
        String unknown = early + ",{\"id\":\"unheard-of\",\"quantity\":1}";

        assertThat(post(cart(unknown)).errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(post(cart(early)).errorCode()).isEqualTo("SALE_NOT_STARTED");
        assertThat(post(cart(gone)).errorCode()).isEqualTo("SOLD_OUT");
        assertThat(post(cart(limited)).errorCode()).isEqualTo("LIMIT_REACHED");
        assertThat(post(cart(changed)).errorCode()).isEqualTo("PRICE_CHANGED");
        assertThat(post(cart(changed.replace("\"price\":1,", ""))).status()).isEqualTo(202);
    }

    @Test
    void whoeverWaitsIsToldTheLastOfTheStarts() {
        Sale later = new Sale("later", opened.plus(Duration.ofHours(3)), opened.plus(Duration.ofHours(4)),
                Money.ofMinor(1), 5, Optional.empty());
        shop.sell("cable", 999, Optional.empty(), Optional.of(later));

        Answer early = post(cart("{\"id\":\"earbuds\",\"quantity\":1},{\"id\":\"cable\",\"quantity\":1}"));

        assertThat(early.headers()).containsEntry("retry-after", "10800");
        assertThat(early.body().object("error").objects("details")).hasSize(2);
    }

    private static String cart(String lines) {
        return "{\"cart\":[" + lines + "],\"customerEmail\":\"a@b.co\"}";
    }

    /// Without a key, each is an order of its own.
    private Answer post(String body) {
        return Requests.post(handler, Map.of(), body);
    }
}
