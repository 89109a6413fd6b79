package dev.stampede.cart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.cart.Shop.Answer;
import dev.stampede.model.CartId;
import java.util.Optional;
import java.util.UUID;

/// One text as a body, as an item's id and as a token.
class CartBodyFuzzTest {

    @FuzzTest
    void whateverIsSentIsRefusedOrALineWithinItsBounds(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        Shop shop = new Shop();
        CartId cart = CartId.ofGuest(new UUID(1, 2));
        shop.add(cart, "cable", 3);

        Answer added = shop.post(cart, text);
        assertThat(added.status()).isIn(200, 400, 404, 409, 413);
        Answer set = shop.set(cart, "cable", text);
        assertThat(set.status()).isIn(200, 400, 413);
        assertThat(shop.set(cart, text, "{\"quantity\":1}").status()).isEqualTo(text.equals("cable") ? 200 : 404);
        Answer shown = shop.get(cart);
        assertThat(shown.items()).hasSizeBetween(1, 2)
                .allSatisfy(item -> assertThat(item.integer("quantity")).isBetween(1, 10));
        shop.remove(cart, text);
        assertThat(shop.get(cart.value(), Optional.of(text)).status()).isEqualTo(404);
        CartId.of(text).ifPresent(id -> assertThat(UUID.fromString(text)).hasToString(id.value()));
    }
}
