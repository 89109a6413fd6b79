package dev.stampede.local.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.local.flow.Shop.Answer;
import java.util.List;
import java.util.Map;
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

        Answer orders = shop.get("/api/orders", "Authorization", "Bearer " + signIn("shopper@example.com", "Stampede-shopper-1"));

        assertThat(orders.status()).isEqualTo(200);
        assertThat(ids(orders)).contains(orderId(own)).doesNotContain(orderId(other));
    }

    @Test
    void anAdministratorSeesAllOrdersOfAnAddress() {
        String email = "watched-" + UUID.randomUUID() + "@example.com";
        Answer order = shop.order("rtx-4090", 1, email, UUID.randomUUID().toString());
        shop.awaitStatus(order, "CONFIRMED");

        Answer orders = shop.get("/api/orders?customerEmail=" + email,
                "Authorization", "Bearer " + signIn("admin@example.com", "Stampede-admin-1"));

        assertThat(ids(orders)).containsExactly(orderId(order));
    }

    @Test
    void aWrongPasswordOpensNothing() {
        assertThat(catchThrowable(() -> signIn("shopper@example.com", "wrong")))
                .hasMessageContaining("NotAuthorizedException");
    }

    private String signIn(String email, String password) {
        String client = shop.get("/config.json").body().get("userPoolClientId").asText();
        JsonNode answer = shop.aws("AWSCognitoIdentityProviderService.InitiateAuth", Map.of(
                "AuthFlow", "USER_PASSWORD_AUTH",
                "ClientId", client,
                "AuthParameters", Map.of("USERNAME", email, "PASSWORD", password)));
        return answer.at("/AuthenticationResult/IdToken").asText();
    }

    private static String orderId(Answer order) {
        return order.data().get("orderId").asText();
    }

    private static List<String> ids(Answer orders) {
        return orders.data().valueStream().map(order -> order.get("orderId").asText()).toList();
    }
}
