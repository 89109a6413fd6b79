package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirement 3.
class IdempotencyKeyTest {

    @Test
    void bareAndQuotedAreOneKey() {
        assertThat(IdempotencyKey.ofHeader("k1").orElseThrow().orderId())
                .isEqualTo(IdempotencyKey.ofHeader("\"k1\"").orElseThrow().orderId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\"k1", "k1\"", "a b", "a,b", "ä", "k1;x", "k\n1",
        "01234567890123456789012345678901234567890123456789012345678901234"})
    void refusesWhatIsNoKey(String header) {
        assertThat(IdempotencyKey.ofHeader(header)).isEmpty();
    }

    @Test
    void anOrderIdIsANameBasedUuidOfVersionFive() {
        UUID orderId = UUID.fromString(IdempotencyKey.ofHeader("k1").orElseThrow().orderId());

        assertThat(orderId.version()).isEqualTo(5);
        assertThat(orderId.variant()).isEqualTo(2);
    }

    /// Orders under retry across a deployment: the id of a key may never change.
    @Test
    void theIdOfAKeyIsForever() {
        String known = "ad733fa3-f7fc-513f-8e55-6cb2bf1726b4";

        assertThat(IdempotencyKey.ofHeader("k1").orElseThrow().orderId()).isEqualTo(known);
        assertThat(IdempotencyKey.ofHeader("k2").orElseThrow().orderId()).isNotEqualTo(known);
    }
}
