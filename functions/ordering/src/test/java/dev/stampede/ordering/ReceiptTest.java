package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.PlacedOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requirement 12.
class ReceiptTest {

    private static final PlacedOrder PLACED = Placed.order(Placed.line("a", 1));
    private static final Receipt RECEIPT = Receipt.of(PLACED);
    private static final String TOKEN = RECEIPT.token(Shop.KEY);

    @Test
    void aTokenIsTheReceiptOfItsOrderAndOfNoOther() {
        assertThat(Receipt.read(PLACED.orderId(), TOKEN, Shop.KEY)).contains(RECEIPT);
        assertThat(Receipt.read(Placed.id(), TOKEN, Shop.KEY)).isEmpty();
        assertThat(Receipt.read(PLACED.orderId(), TOKEN, () -> "another".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void noLetterOfATokenCanBeChangedOrLeftOut() {
        assertThat(TOKEN).hasSize(44);
        IntStream.range(0, TOKEN.length()).forEach(i -> {
            String other = TOKEN.charAt(i) == 'A' ? "B" : "A";
            assertThat(Receipt.read(PLACED.orderId(), TOKEN.substring(0, i) + other + TOKEN.substring(i + 1), Shop.KEY))
                    .isEmpty();
            assertThat(Receipt.read(PLACED.orderId(), TOKEN.substring(0, i), Shop.KEY)).isEmpty();
            assertThat(Receipt.read(PLACED.orderId(), TOKEN.substring(i + 1), Shop.KEY)).isEmpty();
        });
        assertThat(Receipt.read(PLACED.orderId(), TOKEN + "A", Shop.KEY)).isEmpty();
        assertThat(Receipt.read(PLACED.orderId(), "A" + TOKEN, Shop.KEY)).isEmpty();
    }

    @Test
    void aReceiptIsForOneBodyUnderAKey() {
        assertThat(RECEIPT.isFor(PLACED)).isTrue();
        assertThat(new Receipt(PLACED.orderId(), "another").isFor(PLACED)).isFalse();
        assertThat(RECEIPT.isFor(Placed.order(Placed.line("a", 1)))).isFalse();
    }

    @Test
    void aShorterFingerprintIsSignedWhole() {
        Receipt receipt = Receipt.of(Shop.order("o-1", Map.of("a", 1)));
        String token = receipt.token(Shop.KEY);

        assertThat(receipt.fingerprintHead()).isEqualTo("fingerprint-of-o-1");
        assertThat(Receipt.read("o-1", token, Shop.KEY)).contains(receipt);
        assertThat(Receipt.read("o-1", new Receipt("o-1", "").token(Shop.KEY), Shop.KEY))
                .contains(new Receipt("o-1", ""));
    }

    @Test
    void aReceiptOpensNothingWhoseIdIsNone() {
        Shop shop = new Shop();
        String token = new Receipt("no-id", "head").token(Shop.KEY);

        assertThat(new GetOrder(shop, Shop.KEY).get("no-id", Optional.of(token)))
                .isInstanceOf(GetOrder.Result.NotFound.class);
        assertThat(shop.lookUps).isZero();
    }
}
