package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stampede.cli.flow.Shop.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@WholeFlow
class SignedInFlowTest {

    private final Shop shop;

    SignedInFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void aCustomerSeesTheirOwnOrdersAndNobodyElses() {
        Answer own = shop.order("rtx-4090", 1, "shopper@example.com", UUID.randomUUID().toString());
        Answer other = shop.buy("rtx-4090", 1);
        shop.awaitStatus(own, "CONFIRMED");
        shop.awaitStatus(other, "CONFIRMED");

        Answer orders = shop.get("/api/orders", "Authorization",
                "Bearer " + shop.signIn("shopper@example.com", "Stampede-shopper-1"));

        assertThat(orders.status()).isEqualTo(200);
        assertThat(ids(orders)).contains(orderId(own)).doesNotContain(orderId(other));
    }

    @Test
    void anAdministratorSeesAllOrdersOfAnAddress() {
        String email = "watched-" + UUID.randomUUID() + "@example.com";
        Answer order = shop.order("rtx-4090", 1, email, UUID.randomUUID().toString());
        shop.awaitStatus(order, "CONFIRMED");

        Answer orders = shop.get("/api/orders?customerEmail=" + email,
                "Authorization", "Bearer " + shop.signIn("admin@example.com", "Stampede-admin-1"));

        assertThat(ids(orders)).containsExactly(orderId(order));
    }

    @Test
    void aWrongPasswordOpensNothing() {
        assertThat(catchThrowable(() -> shop.signIn("shopper@example.com", "wrong")))
                .hasMessageContaining("NotAuthorizedException");
    }

    private static String orderId(Answer order) {
        return order.data().get("orderId").asText();
    }

    private static List<String> ids(Answer orders) {
        return orders.data().valueStream().map(order -> order.get("orderId").asText()).toList();
    }
}
