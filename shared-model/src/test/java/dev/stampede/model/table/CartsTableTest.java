package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Cart;
import dev.stampede.model.CartAddition;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CartsTableTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final CartId ID = CartId.ofGuest(UUID.randomUUID());
    private static final PlacedOrder PLACED = new PlacedOrder("o-1",
            new Customer(Optional.of("ann@example.com"), Optional.empty()),
            List.of(new OrderLine("gpu", "Größe 42", Money.ofMinor(5), 2)), "tok_ok", "fingerprint", "trace", NOW);

    @Test
    void aLineComesBackAsItWasWritten() {
        for (Set<String> keys : List.of(Set.of("k1", "k2"), Set.<String>of())) {
            CartLine line = line("gpu", 3, keys);

            assertThat(CartsTable.fromItem(CartsTable.toItem(ID, line))).isEqualTo(line);
            assertThat(CartsTable.toItem(ID, line)).containsAllEntriesOf(CartsTable.key(ID, "gpu"));
        }
    }

    @Test
    void itemsAreReadAsACartAndTheOrdersThatWereMadeOfIt() {
        CartLine gpu = line("gpu", 3, Set.of());
        List<Map<String, AttributeValue>> items = List.of(
                CartsTable.mark(ID, PLACED, ID.keptUntil(NOW)), head(Map.of("stamp", text("s1"))),
                CartsTable.toItem(ID, gpu));

        assertThat(CartsTable.fromItems(ID, items, NOW))
                .isEqualTo(new Cart(ID, List.of(gpu), Optional.of("s1"), Optional.empty()));
        assertThat(CartsTable.marks(items)).isEqualTo(Map.of("o-1", PLACED));
    }

    @Test
    void anOrderInTheHeadIsBeingOrdered() {
        Map<String, AttributeValue> head = head(Map.of("stamp", text("s1"), "beingOrdered", CartsTable.order(PLACED)));

        assertThat(CartsTable.fromItems(ID, List.of(head), NOW).beingOrdered()).contains(PLACED);
        assertThat(CartsTable.marks(List.of(head))).isEmpty();
    }

    @Test
    void aLineIsThereUntilTheSecondThatItExpiresIn() {
        CartLine gpu = line("gpu", 3, Set.of());
        List<Map<String, AttributeValue>> items = List.of(CartsTable.toItem(ID, gpu));

        assertThat(CartsTable.fromItems(ID, items, gpu.expiresAt().minusMillis(1)).lines()).containsExactly(gpu);
        assertThat(CartsTable.fromItems(ID, items, gpu.expiresAt()).lines()).isEmpty();
    }

    /// DynamoDB puts them in this sequence, so that a reader can begin at the head.
    @Test
    void marksSortBeforeTheHeadAndTheHeadBeforeEveryLine() {
        assertThat(List.of(CartsTable.MARK + "o-1", CartsTable.HEAD, "-", "0", "a")).isSorted();
    }

    @Test
    void unitsJoinALineOnlyWithinItsRoomAndOnceForAKey() {
        ConditionalUpdate raise = CartWrites.raise(ID, line("gpu", 3, Set.of("k1")),
                new CartAddition("k2", "gpu", 4), Money.ofMinor(7),
                ID.keptUntil(NOW), NOW);

        assertThat(raise.condition()).isEqualTo(
                "addedAt = :added AND quantity <= :room AND expiresAt > :now AND NOT contains(#keys, :key)");
        assertThat(raise.values()).containsEntry(":room", number(6)).containsEntry(":key", text("k2"))
                .containsEntry(":units", number(4)).containsEntry(":price", number(7));
        assertThat(raise.update()).contains("ADD #keys :keys");
    }

    /// A line that is unchanged says nothing of an order that another has had since.
    @Test
    void whatTakesLinesDependsOnTheStampTheyWereReadWith() {
        Cart seen = new Cart(ID, List.of(), Optional.of("s1"), Optional.empty());
        Cart unfilled = new Cart(ID, List.of(), Optional.empty(), Optional.empty());

        assertThat(CartWrites.claim(seen, PLACED, "s2", NOW).condition())
                .isEqualTo("stamp = :seen AND attribute_not_exists(beingOrdered)");
        assertThat(CartWrites.claim(seen, PLACED, "s2", NOW).values()).containsEntry(":seen", text("s1"))
                .containsEntry(":stamp", text("s2")).containsEntry(":orderId", text("o-1"));
        assertThat(CartWrites.restamp(unfilled, "s2", NOW, Set.of()).condition())
                .isEqualTo("attribute_not_exists(stamp)");
        assertThat(CartWrites.restampUnlessBeingOrdered(seen, "s2", NOW, Set.of()).condition())
                .isEqualTo("stamp = :seen AND attribute_not_exists(beingOrdered)");
        assertThat(CartWrites.ordered(seen, PLACED, "s2", NOW, Set.of()).condition()).isEqualTo("orderId = :orderId");
    }

    @Test
    void theKeysOfWhatHasLeftAreBounded() {
        Set<String> many = IntStream.range(0, 128).mapToObj(i -> "k" + i).collect(Collectors.toSet());
        Cart little = new Cart(ID, List.of(), Optional.of("s1"), Optional.empty(), Set.of("k1"));
        Cart full = new Cart(ID, List.of(), Optional.of("s1"), Optional.empty(), many);

        CartLine gpu = line("gpu", 3, Set.of("k2"));
        assertThat(CartWrites.forget("Carts", little, gpu, NOW).update().updateExpression())
                .endsWith(" ADD gone :gone");
        assertThat(CartWrites.forget("Carts", full, gpu, NOW).update().updateExpression())
                .endsWith(", gone = :gone");
        assertThat(CartWrites.ordered(full, PLACED, "s2", NOW, Set.of("k2")).update())
                .isEqualTo("SET stamp = :stamp, expiresAt = :until, gone = :gone REMOVE orderId, beingOrdered");
        assertThat(CartWrites.ordered(little, PLACED, "s2", NOW, Set.of()).values()).doesNotContainKey(":gone");
    }

    @Test
    void aLineWithoutUnitsIsDeleted() {
        CartLine gpu = line("gpu", 3, Set.of());

        assertThat(CartWrites.change("Carts", ID, gpu, 0, NOW).delete().conditionExpression())
                .isEqualTo("quantity = :seen");
        assertThat(CartWrites.change("Carts", ID, gpu, 1, NOW).update().expressionAttributeValues())
                .containsEntry(":seen", number(3)).containsEntry(":left", number(1));
    }

    private static Map<String, AttributeValue> head(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(CartsTable.key(ID, CartsTable.HEAD));
        item.putAll(attributes);
        item.put("expiresAt", number(ID.keptUntil(NOW).getEpochSecond()));
        return item;
    }

    private static CartLine line(String sku, int quantity, Set<String> keys) {
        return new CartLine(sku, quantity, Money.ofMinor(159_999), NOW, ID.keptUntil(NOW), keys);
    }
}
