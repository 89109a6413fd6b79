package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Cart;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.table.CartWrites;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbCartsContractTest {

    private static final Instant NOW = Sample.NOON;

    private final Cloud cloud;
    private final Carts carts;
    private final CartId id = CartId.ofGuest(UUID.randomUUID());

    DynamoDbCartsContractTest(Engine engine) {
        this.cloud = engine.cloud();
        this.carts = new DynamoDbCarts(cloud.dynamoDb(), Cloud.CARTS);
    }

    @Test
    void aCartThatWasNeverFilledIsEmptyAndNothingWasOrderedOfIt() {
        Carts.Read read = carts.read(id, NOW);

        assertThat(read.cart().lines()).isEmpty();
        assertThat(read.cart().beingOrdered()).isEmpty();
        assertThat(read.ordered()).isEmpty();
    }

    @Test
    void anOrderIsWrittenIntoTheCartAndComesBackToTheLetter() {
        put("gpu", 2);
        PlacedOrder placed = order("gpu", 2);

        assertThat(carts.claim(cart(), placed, NOW)).isTrue();

        assertThat(cart().beingOrdered()).contains(placed);
        assertThat(cart().lines()).as("not accepted yet").hasSize(1);
        assertThat(carts.read(id, NOW).ordered()).isEmpty();
    }

    @Test
    void oneOrderAtATimeTakesTheLines() {
        put("gpu", 2);
        Cart seen = cart();
        List<PlacedOrder> orders = Stream.generate(() -> order("gpu", 2)).limit(6).toList();

        List<Boolean> claims = Race.of(orders.stream()
                .<Callable<Boolean>>map(placed -> () -> carts.claim(seen, placed, NOW))
                .toList());

        assertThat(claims).containsOnlyOnce(true);
        PlacedOrder winner = cart().beingOrdered().orElseThrow();
        assertThat(winner).isEqualTo(orders.get(claims.indexOf(true)));
        assertThat(carts.claim(cart(), order("gpu", 2), NOW)).isFalse();
    }

    /// Else a tab that read the cart before it was ordered would order it again.
    @Test
    void noOrderTakesLinesThatAnotherHasHadSinceTheyWereRead() {
        put("gpu", 2);
        Cart seen = cart();
        PlacedOrder first = order("gpu", 1);
        carts.claim(seen, first, NOW);
        assertThat(carts.ordered(cart(), first, NOW)).isTrue();

        assertThat(carts.claim(seen, order("gpu", 2), NOW)).isFalse();
        assertThat(carts.claim(cart(), order("gpu", 1), NOW)).isTrue();
    }

    @Test
    void noOrderIsMadeWithoutALineThatCameInMeanwhile() {
        put("gpu", 2);
        Cart seen = cart();
        put("cable", 1);

        assertThat(carts.claim(seen, order("gpu", 2), NOW)).isFalse();
    }

    @Test
    void anOrderGetsItsLinesAndLeavesTheOthersAndAMark() {
        put("gpu", 2);
        put("cable", 3);
        put("mouse", 1);
        PlacedOrder placed = order(List.of(Sample.line("gpu", 2), Sample.line("cable", 1), Sample.line("gone", 1)));
        carts.claim(cart(), placed, NOW);

        assertThat(carts.ordered(cart(), placed, NOW)).isTrue();

        assertThat(units()).isEqualTo(Map.of("cable", 2, "mouse", 1));
        assertThat(cart().beingOrdered()).isEmpty();
        assertThat(carts.read(id, NOW).ordered()).isEqualTo(Map.of(placed.orderId(), placed));
    }

    /// Else a late repeat of "add to cart" would bring back what was bought.
    @Test
    void theKeysOfLinesThatAnOrderHasStayInTheCart() {
        put(new CartLine("gpu", 2, Money.ofMinor(1), NOW, id.keptUntil(NOW), Set.of("k1", "k2")));
        put(new CartLine("cable", 3, Money.ofMinor(1), NOW, id.keptUntil(NOW), Set.of("k3")));
        PlacedOrder placed = order(List.of(Sample.line("gpu", 2), Sample.line("cable", 1)));
        carts.claim(cart(), placed, NOW);

        assertThat(carts.ordered(cart(), placed, NOW)).isTrue();

        assertThat(cart().gone()).containsExactlyInAnyOrder("k1", "k2");
        assertThat(cart().line("cable").orElseThrow().keys()).containsExactly("k3");
    }

    @Test
    void anOrderGetsItsLinesOnce() {
        put("gpu", 5);
        PlacedOrder placed = order("gpu", 2);
        carts.claim(cart(), placed, NOW);

        List<Boolean> done = Race.of(6, () -> carts.ordered(cart(), placed, NOW));

        assertThat(done).containsOnlyOnce(true);
        assertThat(units()).isEqualTo(Map.of("gpu", 3));
    }

    @Test
    void aLineThatChangedMeanwhileIsReadAgain() {
        put("gpu", 2);
        put("cable", 1);
        PlacedOrder placed = order("gpu", 2);
        carts.claim(cart(), placed, NOW);
        Cart seen = cart();
        cloud.dynamoDb().updateItem(CartWrites.set(id, "gpu", 5, id.keptUntil(NOW), NOW).request(Cloud.CARTS));

        assertThat(carts.ordered(seen, placed, NOW)).isFalse();
        assertThat(carts.read(id, NOW).ordered()).isEmpty();
        assertThat(carts.ordered(cart(), placed, NOW)).isTrue();
        assertThat(units()).isEqualTo(Map.of("gpu", 3, "cable", 1));
    }

    @Test
    void whatHasExpiredIsNotOrdered() {
        put("gpu", 2);

        assertThat(carts.read(id, id.keptUntil(NOW)).cart().lines()).isEmpty();
    }

    private Cart cart() {
        return carts.read(id, NOW).cart();
    }

    private Map<String, Integer> units() {
        return cart().lines().stream().collect(
                Collectors.toMap(CartLine::sku, CartLine::quantity));
    }

    /// As the cart's own functions put it.
    private void put(String sku, int quantity) {
        put(new CartLine(sku, quantity, Money.ofMinor(1), NOW, id.keptUntil(NOW), Set.of()));
    }

    private void put(CartLine line) {
        cloud.dynamoDb().transactWriteItems(write -> write.transactItems(
                CartWrites.restamp(cart(), Sample.id(), id.keptUntil(NOW), Set.of()).action(Cloud.CARTS),
                CartWrites.put(Cloud.CARTS, id, line, NOW)));
    }

    private static PlacedOrder order(String sku, int quantity) {
        return order(List.of(Sample.line(sku, quantity)));
    }

    private static PlacedOrder order(List<OrderLine> lines) {
        return Sample.placed("ann@example.com", NOW, lines);
    }
}
