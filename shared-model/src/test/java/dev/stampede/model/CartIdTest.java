package dev.stampede.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartIdTest {

    private static final byte[] SECRET = "a secret of thirty-two characters".getBytes(UTF_8);
    private static final CartId GUESTS = CartId.ofGuest(UUID.randomUUID());
    private static final CartId ANNS = CartId.ofCustomer("ann", SECRET);

    @Test
    void aTokenOpensItsCartAndNoOther() {
        String token = GUESTS.token(SECRET);

        assertThat(token).matches("[A-Za-z0-9_-]{22}");
        assertThat(GUESTS.opensWith(token, SECRET)).isTrue();
        assertThat(ANNS.opensWith(token, SECRET)).isFalse();
        assertThat(CartId.ofGuest(UUID.randomUUID()).opensWith(token, SECRET)).isFalse();
        assertThat(GUESTS.opensWith(token, "another secret".getBytes(UTF_8))).isFalse();
    }

    @Test
    void noLetterOfATokenCanBeChangedOrLeftOut() {
        String token = GUESTS.token(SECRET);
        IntStream.range(0, token.length()).forEach(i -> {
            String other = token.charAt(i) == 'A' ? "B" : "A";
            assertThat(GUESTS.opensWith(token.substring(0, i) + other + token.substring(i + 1), SECRET)).isFalse();
            assertThat(GUESTS.opensWith(token.substring(0, i), SECRET)).isFalse();
        });
        assertThat(GUESTS.opensWith(token + "A", SECRET)).isFalse();
    }

    @Test
    void aCustomerHasOneCartThatNobodyCanName() {
        assertThat(CartId.ofCustomer("ann", SECRET)).isEqualTo(ANNS);
        assertThat(CartId.ofCustomer("bob", SECRET)).isNotEqualTo(ANNS);
        assertThat(CartId.ofCustomer("ann", "another secret".getBytes(UTF_8))).isNotEqualTo(ANNS);
    }

    /// RFC 9562: a reader of the id sees whose it is.
    @Test
    void guestsAndCustomersCartsAreTwoKindsOfUuid() {
        assertThat(UUID.fromString(GUESTS.value()).version()).isEqualTo(4);
        assertThat(UUID.fromString(ANNS.value()).version()).isEqualTo(8);
        for (CartId id : new CartId[]{GUESTS, ANNS, CartId.ofGuest(new UUID(-1, -1)), CartId.ofGuest(new UUID(0, 0))}) {
            assertThat(UUID.fromString(id.value()).variant()).isEqualTo(2);
            assertThat(CartId.of(id.value())).contains(id);
        }
        assertThat(GUESTS.isGuests()).isTrue();
        assertThat(ANNS.isGuests()).isFalse();
        assertThat(CartId.ofGuest(new UUID(-1, -1))).isNotEqualTo(CartId.ofGuest(new UUID(0, 0)));
    }

    @Test
    void aCustomersCartIsKeptForLonger() {
        assertThat(GUESTS.kept()).isEqualTo(Duration.ofDays(1));
        assertThat(ANNS.kept()).isEqualTo(Duration.ofDays(7));
        assertThat(GUESTS.keptUntil(Instant.parse("2026-01-01T12:00:00.999Z"))).isEqualTo("2026-01-02T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cart", "3F0C6A1E-5b7d-4c2a-9e4f-8d1b2c3a4e5f", "3f0c6a1e-5b7d-5c2a-9e4f-8d1b2c3a4e5f",
        "3f0c6a1e-5b7d-4c2a-ce4f-8d1b2c3a4e5f", " 3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f"})
    void whatNoCartCanBeNamedIsNoId(String text) {
        assertThat(CartId.of(text)).isEmpty();
        assertThatThrownBy(() -> new CartId(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
