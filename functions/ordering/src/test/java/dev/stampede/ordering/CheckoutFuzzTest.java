package dev.stampede.ordering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.model.CartId;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.wire.OrderMessage;
import dev.stampede.testing.Requests;
import dev.stampede.testing.Requests.Answer;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

class CheckoutFuzzTest {

    @FuzzTest
    void aBodyOrdersTheCartOrLeavesIt(byte[] bytes) {
        Shop shop = new Shop();
        InMemoryCarts carts = new InMemoryCarts();
        CartId cart = CartId.ofGuest(new UUID(1, 2));
        carts.put(cart, "cable", 2, shop.clock.instant());
        Checkout checkout = new Checkout(
                carts, shop.createOrder(shop), Shop.KEY, _ -> {}, shop.clock);

        Answer answer = Requests.checkOut(new CheckoutHandler(checkout, Shop.KEY, new Random(1)), cart,
                Map.of("Idempotency-Key", "k1", "X-Cart-Token", cart.token(Shop.KEY.secret())),
                new String(bytes, UTF_8));

        if (answer.status() == 202) {
            PlacedOrder placed = shop.sent.getFirst();
            assertThat(OrderMessage.read(OrderMessage.write(placed))).isEqualTo(placed);
            assertThat(carts.units(cart)).isEmpty();
        } else {
            assertThat(answer.status()).isIn(400, 409, 413);
            assertThat(shop.sent).isEmpty();
            assertThat(carts.units(cart)).isEqualTo(Map.of("cable", 2));
        }
    }
}
