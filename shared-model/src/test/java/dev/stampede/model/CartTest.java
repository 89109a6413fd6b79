package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CartTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final CartId ID = CartId.ofGuest(UUID.randomUUID());

    @Test
    void linesStandAsTheyWerePutIn() {
        Cart cart = cart(line("b", 1, NOW.plusSeconds(1)), line("c", 1, NOW), line("a", 1, NOW.plusSeconds(1)));

        assertThat(cart.lines()).extracting(CartLine::sku).containsExactly("c", "a", "b");
        assertThat(cart.line("a")).contains(line("a", 1, NOW.plusSeconds(1)));
        assertThat(cart.line("d")).isEmpty();
    }

    @Test
    void aLineTakesThePlaceOfWhatThereIsOfItsSku() {
        Cart cart = cart(line("a", 1, NOW), line("b", 1, NOW));

        assertThat(cart.with(line("a", 5, NOW)).lines()).containsExactly(line("a", 5, NOW), line("b", 1, NOW));
        assertThat(cart.with(line("c", 1, NOW)).lines()).hasSize(3);
        assertThat(cart.without("a").lines()).containsExactly(line("b", 1, NOW));
        assertThat(cart.with(line("c", 1, NOW)).stamp()).isEqualTo(cart.stamp());
    }

    @Test
    void twentyLinesAreAFullCart() {
        Cart nineteen = cart(IntStream.range(0, 19).mapToObj(i -> line("p" + i, 1, NOW)).toArray(CartLine[]::new));

        assertThat(nineteen.isFull()).isFalse();
        assertThat(nineteen.with(line("one-more", 1, NOW)).isFull()).isTrue();
    }

    @Test
    void aLineIsDueOnceItHasLostAnEighthOfItsTime() {
        Cart cart = cart(line("a", 1, NOW), line("b", 1, NOW).keptUntil(ID.keptUntil(NOW.plusSeconds(60))));

        assertThat(cart.due(NOW.plus(Duration.ofHours(3)))).isEmpty();
        assertThat(cart.due(NOW.plus(Duration.ofHours(3)).plusSeconds(1))).extracting(CartLine::sku)
                .containsExactly("a");
        assertThat(cart.due(NOW.plus(Duration.ofHours(4)))).hasSize(2);
    }

    @Test
    void aLineHasOneToTenUnits() {
        assertThat(line("a", 1, NOW).room()).isEqualTo(9);
        assertThat(line("a", 10, NOW).room()).isZero();
        assertThatThrownBy(() -> line("a", 0, NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("a", 10, NOW).withQuantity(11)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Cart cart(CartLine... lines) {
        return new Cart(ID, List.of(lines), Optional.of("stamp"), Optional.empty());
    }

    private static CartLine line(String sku, int quantity, Instant addedAt) {
        return new CartLine(sku, quantity, Money.ofMinor(100), addedAt, ID.keptUntil(NOW), Set.of());
    }
}
