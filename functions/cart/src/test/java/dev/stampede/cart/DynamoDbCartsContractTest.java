package dev.stampede.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cart.AddCartItem.Result.Added;
import dev.stampede.cart.AddCartItem.Result.Busy;
import dev.stampede.cart.AddCartItem.Result.TooMany;
import dev.stampede.cart.AddCartItem.Result.TooManyLines;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.DynamoDbOffers;
import dev.stampede.model.CartAddition;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.Offers;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.table.CartWrites;
import dev.stampede.model.table.CartsTable;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EveryEngine
class DynamoDbCartsContractTest extends CartsContract {

    private final Cloud cloud;
    private final Carts carts;
    private final AddCartItem addCartItem;
    private final MergeCart mergeCart;
    private final CartId cart = CartId.ofGuest(UUID.randomUUID());

    DynamoDbCartsContractTest(Engine engine) {
        this.cloud = engine.cloud();
        this.carts = new DynamoDbCarts(cloud.dynamoDb(), Cloud.CARTS);
        Offers offers = new DynamoDbOffers(cloud.dynamoDb(), Cloud.PRODUCTS, Cloud.STOCK);
        InstantSource clock = InstantSource.fixed(NOW);
        this.addCartItem = new AddCartItem(carts, offers, Backoff.fullJitter(), clock);
        this.mergeCart = new MergeCart(carts, offers, Backoff.fullJitter(), clock);
    }

    @Override
    protected Carts carts() {
        return carts;
    }

    @Test
    void tabsThatAddAtOnceLoseNothingAndGoAboveNoBound() {
        String sku = sell();

        List<AddCartItem.Result> results = Race.of(12, () -> add(new CartAddition(Sample.id(), sku, 1)));

        assertThat(results).filteredOn(result -> result instanceof Added).hasSize(10);
        assertThat(results).filteredOn(result -> result instanceof TooMany).hasSize(2);
        assertThat(read(cart).line(sku).orElseThrow().quantity()).isEqualTo(10);
    }

    @Test
    void oneKeySentManyTimesAtOnceAddsOnce() {
        String sku = sell();
        String key = Sample.id();

        assertThat(Race.of(8, () -> add(new CartAddition(key, sku, 2)))).allMatch(result -> result instanceof Added);

        assertThat(read(cart).line(sku).orElseThrow().quantity()).isEqualTo(2);
    }

    @Test
    void linesThatComeInAtOnceAreTwentyAtMost() {
        IntStream.range(0, 18)
                .forEach(i -> assertThat(add(new CartAddition("k" + i, sell(), 1))).isInstanceOf(Added.class));
        List<Callable<AddCartItem.Result>> calls = Stream.generate(this::sell)
                .limit(5).<Callable<AddCartItem.Result>>map(sku -> () -> add(new CartAddition(Sample.id(), sku, 1)))
                .toList();

        List<AddCartItem.Result> results = Race.of(calls);

        assertThat(results).filteredOn(result -> result instanceof Added).hasSize(2);
        assertThat(results).filteredOn(result -> result instanceof TooManyLines).hasSize(3);
        assertThat(read(cart).lines()).hasSize(20);
    }

    @Test
    void mergesAtOnceMoveEachUnitOnce() {
        CartId own = CartId.ofCustomer(Sample.id(), new byte[32]);
        String here = sell();
        String there = sell();
        add(new CartAddition("k1", here, 3));
        add(new CartAddition("k2", there, 2));

        Race.of(4, () -> merge(own));

        assertThat(read(cart).lines()).isEmpty();
        assertThat(read(own).line(here).orElseThrow().quantity()).isEqualTo(3);
        assertThat(read(own).line(there).orElseThrow().quantity()).isEqualTo(2);
    }

    /// A full cart into a full one: 42 of the 100 actions that a transaction takes.
    @Test
    void twentyLinesMoveAtOnce() {
        CartId own = CartId.ofCustomer(Sample.id(), new byte[32]);
        IntStream.range(0, 20).forEach(i -> {
            String sku = "sku-" + i;
            for (CartId id : List.of(cart, own)) {
                assertThat(carts.put(read(id), new CartLine(
                        sku, 4, Money.ofMinor(1), NOW, id.keptUntil(NOW), Set.of()), NOW)).isTrue();
            }
        });

        assertThat(merge(own)).isInstanceOf(MergeCart.Result.Merged.class);

        assertThat(read(cart).lines()).isEmpty();
        assertThat(read(own).lines()).hasSize(20).allMatch(line -> line.quantity() == 8);
    }

    @Test
    void nothingMovesOutOfACartThatIsBeingOrdered() {
        CartId own = CartId.ofCustomer(Sample.id(), new byte[32]);
        String sku = sell();
        add(new CartAddition("k1", sku, 3));
        Merge before = Merge.of(read(cart), read(own));
        PlacedOrder placed = Sample.placed(sku, 3);
        cloud.dynamoDb().updateItem(
                CartWrites.claim(read(cart), placed, "stamp", cart.keptUntil(NOW)).request(Cloud.CARTS));

        assertThat(carts.move(before, NOW)).isFalse();
        assertThat(read(cart).beingOrdered()).contains(placed);
        assertThat(carts.move(new Merge(read(cart), read(own), before.moves(), List.of()), NOW)).isFalse();
        assertThat(read(cart).lines()).hasSize(1);
    }

    /// However many there are: whoever looks at a cart does not read what was ordered of it.
    @Test
    void theMarksOfOrdersAreNoLines() {
        cloud.dynamoDb().transactWriteItems(write -> write.transactItems(
                CartWrites.mark(Cloud.CARTS, cart, Sample.placed("any", 1), cart.keptUntil(NOW))));

        assertThat(read(cart).lines()).isEmpty();
        assertThat(read(cart).stamp()).isEmpty();
    }

    /// The oldest keys are forgotten, and the newest is not.
    @Test
    void aLineRemembersSoManyKeysAndNoMore() {
        String sku = sell();
        for (int i = 0; i < 40; i++) {
            assertThat(add(new CartAddition("k" + i, sku, 1))).isInstanceOf(Added.class);
            assertThat(add(new CartAddition("k" + i, sku, 1))).isInstanceOf(Added.class);
            CartLine line = read(cart).line(sku).orElseThrow();
            assertThat(line.quantity()).isEqualTo(i == 0 ? 1 : 2);
            assertThat(line.keys()).contains("k" + i).hasSizeLessThanOrEqualTo(32);
            carts.set(cart, sku, 1, NOW);
        }
    }

    @Test
    void timeToLiveIsANumberOfSeconds() {
        String sku = sell();
        add(new CartAddition("k1", sku, 1));

        for (String name : List.of(sku, CartsTable.HEAD)) {
            assertThat(cloud.tables().item(Cloud.CARTS, CartsTable.key(cart, name)).get("expiresAt").n())
                    .isEqualTo(Long.toString(NOW.getEpochSecond() + 24 * 60 * 60));
        }
    }

    /// Whether they make the line or join it.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoRequestsThatRaceUnderOneKeyOnePutsItsUnitsIn(boolean thereAlready) {
        String sku = sell();
        if (thereAlready) {
            add(new CartAddition("k0", sku, 1));
        }

        List<AddCartItem.Result> results = Race.of(IntStream
                .range(0, 8).<Callable<AddCartItem.Result>>mapToObj(
                        i -> () -> add(new CartAddition("k1", sku, 1 + i % 2)))
                .toList());

        assertThat(results).filteredOn(Added.class::isInstance).hasSize(4);
        assertThat(results).filteredOn(AddCartItem.Result.KeyReused.class::isInstance).hasSize(4);
        assertThat(carts.read(cart, NOW).line(sku).orElseThrow().quantity())
                .isEqualTo((thereAlready ? 1 : 0) + (results.getFirst() instanceof Added ? 1 : 2));
    }

    /// Who is told to come back comes back.
    private AddCartItem.Result add(CartAddition wanted) {
        AddCartItem.Result result = addCartItem.add(cart, wanted);
        return result instanceof Busy ? add(wanted) : result;
    }

    private MergeCart.Result merge(CartId own) {
        MergeCart.Result result = mergeCart.merge(cart, own);
        return result instanceof MergeCart.Result.Busy ? merge(own) : result;
    }

    private String sell() {
        String sku = Sample.id();
        cloud.tables().put(Sample.product(sku, "carts"));
        return sku;
    }
}
