package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requirement 12.
class ReceiptTest {

    private static final byte[] SECRET = "a secret of thirty-two characters".getBytes(StandardCharsets.UTF_8);
    private static final PlacedOrder PLACED = Orders.placed();
    private static final Receipt RECEIPT = Receipt.of(PLACED);
    private static final String TOKEN = RECEIPT.token(SECRET);

    @Test
    void aTokenIsTheReceiptOfItsOrderAndOfNoOther() {
        assertThat(Receipt.read(PLACED.orderId(), TOKEN, SECRET)).contains(RECEIPT);
        assertThat(Receipt.read("another", TOKEN, SECRET)).isEmpty();
        assertThat(Receipt.read(PLACED.orderId(), TOKEN, "another".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void noLetterOfATokenCanBeChangedOrLeftOut() {
        assertThat(TOKEN).hasSize(44);
        IntStream.range(0, TOKEN.length()).forEach(i -> {
            String other = TOKEN.charAt(i) == 'A' ? "B" : "A";
            assertThat(Receipt.read(PLACED.orderId(), TOKEN.substring(0, i) + other + TOKEN.substring(i + 1), SECRET))
                    .isEmpty();
            assertThat(Receipt.read(PLACED.orderId(), TOKEN.substring(0, i), SECRET)).isEmpty();
            assertThat(Receipt.read(PLACED.orderId(), TOKEN.substring(i + 1), SECRET)).isEmpty();
        });
        assertThat(Receipt.read(PLACED.orderId(), TOKEN + "A", SECRET)).isEmpty();
        assertThat(Receipt.read(PLACED.orderId(), "A" + TOKEN, SECRET)).isEmpty();
    }

    @Test
    void aReceiptIsForOneBodyUnderAKey() {
        assertThat(RECEIPT.isFor(PLACED)).isTrue();
        assertThat(new Receipt(PLACED.orderId(), "another").isFor(PLACED)).isFalse();
        assertThat(RECEIPT.isFor(placed("another", PLACED.fingerprint()))).isFalse();
    }

    @Test
    void aShorterFingerprintIsSignedWhole() {
        Receipt receipt = Receipt.of(placed("o-1", "fingerprint-of-o-1"));
        String token = receipt.token(SECRET);

        assertThat(receipt.fingerprintHead()).isEqualTo("fingerprint-of-o-1");
        assertThat(Receipt.read("o-1", token, SECRET)).contains(receipt);
        assertThat(Receipt.read("o-1", new Receipt("o-1", "").token(SECRET), SECRET))
                .contains(new Receipt("o-1", ""));
    }

    private static PlacedOrder placed(String orderId, String fingerprint) {
        PlacedOrder any = Orders.placed();
        return new PlacedOrder(orderId, any.customer(), any.lines(), any.paymentToken(), fingerprint, any.traceparent(),
                any.placedAt());
    }
}
