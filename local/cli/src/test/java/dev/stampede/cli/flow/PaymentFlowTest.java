package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.model.Stock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an order becomes when the payment provider does what it should not.
@WholeFlow
class PaymentFlowTest {

    private final Shop shop;

    PaymentFlowTest(Shop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_timeout_then_ok", "tok_slow_6s"})
    void aProviderThatAnswersLateChargesOnce(String token) {
        String sku = shop.newProduct(1);
        Answer order = shop.pay(sku, token);

        shop.awaitStatus(order, "CONFIRMED");

        await().atMost(Shop.PATIENCE).until(() -> shop.order(order).data().at("/payment/status").asText(),
                "CAPTURED"::equals);
        assertThat(shop.captures(Shop.orderId(order))).isEqualTo(1);
    }

    @Test
    void aProviderThatFailsForGoodEndsTheOrderUnchargedAndSaysSo() {
        String sku = shop.newProduct(1);
        Answer order = shop.pay(sku, "tok_error_500");

        JsonNode ended = shop.awaitStatus(order, "CANCELLED");

        assertThat(ended.get("reason").asText()).isEqualTo("PAYMENT_UNAVAILABLE");
        assertThat(shop.captures(Shop.orderId(order))).isZero();
        await().atMost(Shop.PATIENCE).until(() -> shop.stock(sku), new Stock(sku, 1, 0, 0)::equals);
        assertThat(shop.letters("PaymentDeadLetters")).noneMatch(letter -> letter.contains(Shop.orderId(order)));
    }
}
