package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Requirement 3.
class IdempotencyKeyTest {

    @Test
    void anOrderIdIsANameBasedUuidOfVersionFive() {
        UUID orderId = UUID.fromString(IdempotencyKey.sent("k1").orderId());

        assertThat(orderId.version()).isEqualTo(5);
        assertThat(orderId.variant()).isEqualTo(2);
    }

    /// Orders under retry across a deployment: the id of a key may never change.
    @Test
    void theIdOfAKeyIsForever() {
        String known = "ad733fa3-f7fc-513f-8e55-6cb2bf1726b4";

        assertThat(IdempotencyKey.sent("k1").orderId()).isEqualTo(known);
        assertThat(IdempotencyKey.sent("k2").orderId()).isNotEqualTo(known);
    }
}
