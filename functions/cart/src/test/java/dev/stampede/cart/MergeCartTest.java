package dev.stampede.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cart.Shop.Answer;
import dev.stampede.model.CartId;
import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requirement 5.
class MergeCartTest {

    private final Shop shop = new Shop();
    private final CartId guests = CartId.ofGuest(UUID.randomUUID());
    private final CartId anns = Shop.cartOf("ann");

    @Test
    void aGuestsLinesBecomeTheCustomers() {
        shop.add(guests, "gpu", 2);
        shop.add(guests, "cable", 1);
        shop.add(anns, "gpu", 3);

        Answer merged = shop.merge(guests, "ann");

        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.data().string("cartId")).isEqualTo(anns.value());
        assertThat(merged.data().string("cartToken")).isEqualTo(anns.token(Shop.KEY.secret()));
        assertThat(merged.item("gpu").integer("quantity")).isEqualTo(5);
        assertThat(merged.item("cable").integer("quantity")).isEqualTo(1);
        assertThat(merged.data().objects("notMerged")).isEmpty();
        assertThat(merged.data().string("expiresAt")).isEqualTo("2026-01-08T00:00:00.000Z");
        assertThat(shop.get(guests).items()).isEmpty();
        assertThat(shop.get(anns).data().fields().get("items")).isEqualTo(merged.data().fields().get("items"));
    }

    @Test
    void mergingTwiceIsMergingOnce() {
        shop.add(guests, "gpu", 2);

        Answer first = shop.merge(guests, "ann");
        Answer again = shop.merge(guests, "ann");

        assertThat(again.data()).isEqualTo(first.data());
    }

    @Test
    void twoMergesAtOnceMoveEachUnitOnce() {
        shop.add(guests, "gpu", 2);
        shop.carts.meanwhile = () -> shop.merge(guests, "ann");

        assertThat(shop.merge(guests, "ann").item("gpu").integer("quantity")).isEqualTo(2);
    }

    @Test
    void unitsThatComeInMeanwhileAreMovedToo() {
        shop.add(guests, "gpu", 2);
        shop.carts.meanwhile = () -> shop.add(guests, "gpu", 3);

        assertThat(shop.merge(guests, "ann").item("gpu").integer("quantity")).isEqualTo(5);
        assertThat(shop.get(guests).items()).isEmpty();
    }

    @Test
    void whoFindsTheCartsChangedEachTimeComesBackAndNothingIsMoved() {
        IntStream.range(0, 10).forEach(i -> shop.sell("p" + i, 100, 5));
        shop.add(guests, "gpu", 2);
        Runnable[] again = new Runnable[1];
        Iterator<Integer> others = IntStream.range(0, 10).iterator();
        again[0] = () -> {
            shop.add(anns, "p" + others.next(), 1);
            shop.carts.meanwhile = again[0];
        };
        shop.carts.meanwhile = again[0];

        Answer busy = shop.merge(guests, "ann");

        shop.carts.meanwhile = () -> {};
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.headers()).containsEntry("retry-after", "1");
        assertThat(shop.pauses).containsExactly(0, 1, 2, 3);
        assertThat(shop.get(anns).items()).hasSize(Tries.MOST);
        assertThat(shop.get(guests).item("gpu").integer("quantity")).isEqualTo(2);
    }

    @Test
    void linesComeInUntilTheCustomersCartIsFull() {
        IntStream.range(0, 25).forEach(i -> shop.sell("p" + i, 100, 5));
        IntStream.range(0, 18).forEach(i -> shop.add(anns, "p" + i, 1));
        IntStream.range(16, 24).forEach(i -> shop.add(guests, "p" + i, 1));

        Answer merged = shop.merge(guests, "ann");

        assertThat(merged.items()).hasSize(20);
        assertThat(merged.data().objects("notMerged")).hasSize(4)
                .allMatch(left -> left.string("reason").equals("CART_LIMIT"));
        assertThat(shop.get(guests).items()).hasSize(4);
    }

    @Test
    void whatDoesNotFitStaysWithTheGuestAndIsTold() {
        IntStream.range(0, 20).forEach(i -> shop.sell("p" + i, 100, 5));
        IntStream.range(0, 20).forEach(i -> shop.add(anns, "p" + i, 8));
        shop.add(guests, "p0", 5);
        shop.add(guests, "gpu", 3);
        shop.set(anns, "p1", "{\"quantity\":10}");
        shop.add(guests, "p1", 1);

        Answer merged = shop.merge(guests, "ann");

        assertThat(merged.items()).hasSize(20);
        assertThat(merged.item("p0").integer("quantity")).isEqualTo(10);
        assertThat(merged.data().objects("notMerged")).extracting(left -> left.string("itemId") + " "
                + left.integer("quantity") + " " + left.string("reason"))
                .containsExactlyInAnyOrder("p0 3 CART_LIMIT", "gpu 3 CART_LIMIT", "p1 1 CART_LIMIT");
        Answer left = shop.get(guests);
        assertThat(left.item("p0").integer("quantity")).isEqualTo(3);
        assertThat(left.item("gpu").integer("quantity")).isEqualTo(3);
        assertThat(left.item("p1").integer("quantity")).isEqualTo(1);
    }

    @Test
    void whatIsBeingOrderedStaysWithTheGuest() {
        shop.add(guests, "gpu", 2);
        shop.carts.order(guests, new PlacedOrder("o-1", new Customer(Optional.of("a@b.co"), Optional.empty()),
                List.of(new OrderLine("gpu", "gpu", Money.ofMinor(100), 2)), "tok_ok", "f", "t", shop.clock.instant()));

        Answer merged = shop.merge(guests, "ann");

        assertThat(merged.items()).isEmpty();
        assertThat(merged.data().objects("notMerged").getFirst().fields()).containsExactlyInAnyOrderEntriesOf(
                Map.of("itemId", "gpu", "quantity", 2L, "reason", "BEING_ORDERED"));
        assertThat(shop.get(guests).items()).hasSize(1);
    }

    @Test
    void onesOwnCartMergesIntoItselfAndNobodyElsesDoes() {
        shop.add(anns, "gpu", 2);
        shop.add(Shop.cartOf("bob"), "cable", 1);

        assertThat(shop.merge(anns, "ann").item("gpu").integer("quantity")).isEqualTo(2);
        assertThat(shop.merge(Shop.cartOf("bob"), "ann").errorCode()).isEqualTo("CART_NOT_FOUND");
        assertThat(shop.get(Shop.cartOf("bob")).items()).hasSize(1);
    }

    @Test
    void whoIsNotSignedInMergesNothing() {
        shop.add(guests, "gpu", 2);

        assertThat(shop.merge(guests, Optional.of(guests.token(Shop.KEY.secret())), Map.of()).status()).isEqualTo(401);
        assertThat(shop.get(guests).items()).hasSize(1);
    }
}
