package dev.stampede.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Cart;
import dev.stampede.model.CartAddition;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the use cases of the cart rely on, of whatever keeps the carts.
public abstract class CartsContract {

    protected static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final Money PRICE = Money.ofMinor(159_999);

    private final CartId guests = CartId.ofGuest(UUID.randomUUID());
    private final CartId own = CartId.ofCustomer(UUID.randomUUID().toString(), new byte[32]);

    protected abstract Carts carts();

    @Test
    void aCartThatWasNeverFilledIsEmpty() {
        assertThat(read(guests).lines()).isEmpty();
        assertThat(read(guests).stamp()).isEmpty();
    }

    @Test
    void aLineComesBackAsItWasPut() {
        CartLine gpu = put(guests, "gpu", 2);
        CartLine cable = put(guests, "cable", 1);

        assertThat(read(guests).lines()).containsExactlyInAnyOrder(gpu, cable);
        assertThat(read(own).lines()).isEmpty();
    }

    /// Else 20 lines could become 21.
    @Test
    void aLineComesInOnlyWhileNoOtherHasSinceTheCartWasRead() {
        Cart before = read(guests);
        CartLine gpu = put(guests, "gpu", 2);

        assertThat(carts().put(before, line(guests, "cable", 1), NOW)).isFalse();
        Cart after = read(guests);
        assertThat(carts().put(after, line(guests, "cable", 1), NOW)).isTrue();
        assertThat(carts().put(after, line(guests, "mouse", 1), NOW)).isFalse();
        assertThat(carts().put(read(guests), line(guests, "gpu", 1), NOW)).as("there already").isFalse();
        assertThat(read(guests).lines()).extracting(CartLine::sku).containsExactlyInAnyOrder("gpu", "cable");
        assertThat(read(guests).line("gpu")).contains(gpu);
    }

    @Test
    void unitsJoinALineAtTheNewPriceWhileThereIsRoom() {
        CartLine gpu = put(guests, "gpu", 7);
        Instant later = NOW.plusSeconds(60);

        CartLine raised =
                carts().raise(guests, gpu, new CartAddition("k2", "gpu", 3), Money.ofMinor(5), later).orElseThrow();

        assertThat(raised).isEqualTo(new CartLine(
                "gpu", 10, Money.ofMinor(5), gpu.addedAt(), guests.keptUntil(later), Set.of("k1", "k2", "k2=3 gpu")));
        assertThat(read(guests).line("gpu")).contains(raised);
        // The line as it is decides, not as it was seen.
        assertThat(carts().raise(guests, gpu, new CartAddition("k3", "gpu", 1), PRICE, NOW)).isEmpty();
        assertThat(read(guests).line("gpu")).contains(raised);
    }

    @Test
    void aKeyPutsUnitsInOnce() {
        CartLine gpu = put(guests, "gpu", 1);

        assertThat(carts().raise(guests, gpu, new CartAddition("k1", "gpu", 1), PRICE, NOW)).isEmpty();
        assertThat(carts().raise(guests, gpu, new CartAddition("k2", "gpu", 1), PRICE, NOW)).isPresent();
        assertThat(carts().raise(guests, gpu, new CartAddition("k2", "gpu", 1), PRICE, NOW)).isEmpty();
        assertThat(carts().raise(guests, gpu, new CartAddition("k2", "gpu", 3), PRICE, NOW)).isEmpty();
        assertThat(read(guests).line("gpu").orElseThrow().quantity()).isEqualTo(2);
    }

    @Test
    void nothingJoinsALineThatIsNotThere() {
        CartLine gpu = put(guests, "gpu", 1);
        remove(guests, "gpu");

        assertThat(carts().raise(guests, gpu, new CartAddition("k2", "gpu", 1), PRICE, NOW)).isEmpty();
        assertThat(carts().set(guests, "gpu", 3, NOW)).isEmpty();
        assertThat(read(guests).lines()).isEmpty();
    }

    /// What was put in since it was read is neither taken out nor forgotten.
    @Test
    void aLineIsTakenOutAsItWasSeenAndItsKeysStay() {
        CartLine gpu = put(guests, "gpu", 1);
        Cart seen = read(guests);
        carts().raise(guests, gpu, new CartAddition("k2", "gpu", 1), PRICE, NOW);

        assertThat(carts().remove(seen, gpu, NOW)).isFalse();
        remove(guests, "gpu");

        assertThat(carts().remove(seen, gpu, NOW)).isFalse();
        assertThat(read(guests).lines()).isEmpty();
        assertThat(read(guests).gone()).containsExactlyInAnyOrder("k1", "k2", "k2=1 gpu");
    }

    /// Another line of the same SKU has come in since.
    @Test
    void nothingJoinsALineThatIsAnother() {
        CartLine gpu = put(guests, "gpu", 1);
        remove(guests, "gpu");
        CartLine later = new CartLine("gpu", 1, PRICE, NOW.plusMillis(1), guests.keptUntil(NOW), Set.of("k2"));
        carts().put(read(guests), later, NOW);

        assertThat(carts().raise(guests, gpu, new CartAddition("k3", "gpu", 1), PRICE, NOW)).isEmpty();
    }

    @Test
    void theKeysOfWhatMovesStayWhereItCameFromAndGoWhereItIs() {
        put(guests, "gpu", 4);
        put(guests, "cable", 9);
        carts().put(read(own), new CartLine("cable", 3, PRICE, NOW, own.keptUntil(NOW), Set.of("k9")), NOW);

        assertThat(carts().move(merge(), NOW)).isTrue();

        assertThat(read(guests).gone()).containsExactly("k1");
        assertThat(read(guests).line("cable").orElseThrow().keys()).containsExactly("k1");
        assertThat(read(own).gone()).containsExactly("k1");
        assertThat(read(own).line("gpu").orElseThrow().keys()).containsExactly("k1");
    }

    @Test
    void aLineIsSetAndTakenOut() {
        put(guests, "gpu", 1);
        CartLine cable = put(guests, "cable", 1);

        assertThat(carts().set(guests, "gpu", 9, NOW)).contains(line(guests, "gpu", 9));
        assertThat(read(guests).line("gpu")).contains(line(guests, "gpu", 9));
        remove(guests, "gpu");
        assertThat(read(guests).lines()).containsExactly(cable);
    }

    /// DynamoDB may take days to delete it.
    @Test
    void whatHasExpiredIsNotThereAndTakesUpNoPlace() {
        CartLine gpu = put(guests, "gpu", 9);
        Instant next = gpu.expiresAt();

        assertThat(carts().read(guests, next.minusSeconds(1)).lines()).containsExactly(gpu);
        Cart seen = carts().read(guests, next);
        assertThat(seen.lines()).isEmpty();
        assertThat(carts().raise(guests, gpu, new CartAddition("k2", "gpu", 1), PRICE, next)).isEmpty();
        assertThat(carts().set(guests, "gpu", 1, next)).isEmpty();
        CartLine fresh = new CartLine("gpu", 1, PRICE, next, guests.keptUntil(next), Set.of("k3"));
        assertThat(carts().put(seen, fresh, next)).isTrue();
        assertThat(carts().read(guests, next).lines()).containsExactly(fresh);
    }

    @Test
    void aCartIsKeptForLonger() {
        CartLine gpu = put(guests, "gpu", 1);
        CartLine cable = put(guests, "cable", 1);
        Instant later = NOW.plus(Duration.ofHours(20));

        carts().renew(read(guests), read(guests).lines(), later);

        assertThat(read(guests).lines()).containsExactlyInAnyOrder(
                gpu.keptUntil(guests.keptUntil(later)), cable.keptUntil(guests.keptUntil(later)));
    }

    @Test
    void keepingALineForLongerBringsItNotBack() {
        put(guests, "gpu", 1);
        Cart seen = read(guests);
        remove(guests, "gpu");

        carts().renew(seen, seen.lines(), NOW.plusSeconds(60));

        assertThat(read(guests).lines()).isEmpty();
    }

    @Test
    void linesMoveWholeAndJoinThoseThatAreThere() {
        put(guests, "gpu", 4);
        put(guests, "cable", 2);
        put(own, "cable", 3);

        assertThat(carts().move(merge(), NOW)).isTrue();

        assertThat(read(guests).lines()).isEmpty();
        assertThat(read(own).lines()).containsExactlyInAnyOrder(line(own, "gpu", 4), line(own, "cable", 5));
    }

    @Test
    void whatDoesNotFitStaysWhereItIs() {
        put(guests, "gpu", 4);
        put(own, "gpu", 8);

        assertThat(carts().move(merge(), NOW)).isTrue();

        assertThat(read(guests).lines()).containsExactly(line(guests, "gpu", 2));
        assertThat(read(own).lines()).containsExactly(line(own, "gpu", 10));
    }

    @Test
    void aMoveIsMadeOnce() {
        put(guests, "gpu", 4);
        Merge merge = merge();

        assertThat(carts().move(merge, NOW)).isTrue();
        assertThat(carts().move(merge, NOW)).isFalse();
        assertThat(read(own).lines()).containsExactly(line(own, "gpu", 4));
    }

    @Test
    void nothingMovesWhereOneLineIsNotAsItWasSeen() {
        put(guests, "gpu", 4);
        CartLine cable = put(guests, "cable", 2);
        put(own, "gpu", 1);
        Merge merge = merge();
        carts().set(guests, "gpu", 5, NOW);

        assertThat(carts().move(merge, NOW)).isFalse();
        Merge again = merge();
        carts().set(own, "gpu", 2, NOW);
        assertThat(carts().move(again, NOW)).isFalse();

        assertThat(read(guests).lines()).containsExactlyInAnyOrder(line(guests, "gpu", 5), cable);
        assertThat(read(own).lines()).containsExactly(line(own, "gpu", 2));
    }

    /// Else 20 lines could become 21.
    @Test
    void nothingMovesWhereALineHasComeInMeanwhile() {
        put(guests, "gpu", 4);
        Merge merge = merge();
        put(own, "cable", 1);

        assertThat(carts().move(merge, NOW)).isFalse();
        assertThat(read(own).lines()).containsExactly(line(own, "cable", 1));
    }

    private Merge merge() {
        return Merge.of(read(guests), read(own));
    }

    protected final Cart read(CartId id) {
        return carts().read(id, NOW);
    }

    private CartLine put(CartId id, String sku, int quantity) {
        CartLine line = line(id, sku, quantity);
        assertThat(carts().put(read(id), line, NOW)).isTrue();
        return line;
    }

    private void remove(CartId id, String sku) {
        assertThat(carts().remove(read(id), read(id).line(sku).orElseThrow(), NOW)).isTrue();
    }

    private static CartLine line(CartId id, String sku, int quantity) {
        return new CartLine(sku, quantity, PRICE, NOW, id.keptUntil(NOW), Set.of("k1"));
    }
}
