package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTokenTest {

    private static final byte[] SECRET = "a secret of thirty-two characters".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final String token = AddressToken.of("ann@example.com", NOW, SECRET);

    @Test
    void aTokenProvesItsAddressHoweverItsCaseIs() {
        assertThat(isProven("ann@example.com", token, NOW)).isTrue();
        assertThat(isProven("Ann@Example.com", token, NOW)).isTrue();
    }

    @Test
    void itProvesNoOtherAddressOfTheSameMailbox() {
        assertThat(isProven("bob@example.com", token, NOW)).isFalse();
        assertThat(isProven("ann+x@example.com", token, NOW)).isFalse();
    }

    @Test
    void itEnds() {
        assertThat(isProven("ann@example.com", token, NOW.plus(AddressToken.KEPT).minusSeconds(1))).isTrue();
        assertThat(isProven("ann@example.com", token, NOW.plus(AddressToken.KEPT))).isFalse();
        String later = token.replaceFirst("^[0-9]+", Long.toString(NOW.getEpochSecond() + 999_999));
        assertThat(isProven("ann@example.com", later, NOW)).isFalse();
    }

    @Test
    void anotherSecretProvesNothing() {
        assertThat(isProven("ann@example.com", AddressToken.of("ann@example.com", NOW, new byte[32]), NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", "abc", "999999999999999999999.aaaaaaaaaaaaaaaaaaaaaa",
        "-1.aaaaaaaaaaaaaaaaaaaaaa"})
    void whatIsNoTokenIsAsGoodAsNone(String text) {
        assertThat(isProven("ann@example.com", text, NOW)).isFalse();
        assertThatCode(() -> AddressToken.proven(new Customer(Optional.empty(), Optional.of("c")), Optional.of(token),
                NOW, SECRET))
                .doesNotThrowAnyException();
    }

    private static boolean isProven(String address, String token, Instant now) {
        return AddressToken
                .proven(new Customer(Optional.of(address), Optional.empty()), Optional.of(token), now, SECRET)
                .proven();
    }
}
