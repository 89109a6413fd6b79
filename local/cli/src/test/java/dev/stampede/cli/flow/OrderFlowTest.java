package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.model.Stock;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@WholeFlow
class OrderFlowTest {

    private static final String BODY = """
            {"cart":[{"id":"rtx-4090","name":"RTX 4090 GPU","price":1599.99,"quantity":1}],"customerEmail":"%s"}""";

    private final Shop shop;

    OrderFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void listsTheSeedCatalogue() {
        Answer products = shop.get("/api/products?limit=100");

        assertThat(products.status()).isEqualTo(200);
        JsonNode gpu = StreamSupport.stream(products.data().spliterator(), false)
                .filter(product -> product.get("id").asText().equals("rtx-4090"))
                .findFirst().orElseThrow();
        assertThat(gpu.get("price").decimalValue()).isEqualByComparingTo("1599.99");
        assertThat(gpu.get("originalPrice").decimalValue()).isEqualByComparingTo("1999.99");
        assertThat(gpu.get("discount").asInt()).isEqualTo(20);
        assertThat(shop.get("/api/products/rtx-4090").data().get("name").asText()).isEqualTo("RTX 4090 GPU");
        assertThat(shop.get("/api/categories").data()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(shop.get("/api/categories/graphics-cards").status()).isEqualTo(200);
        assertThat(shop.get("/api/health").status()).isEqualTo(200);
    }

    @Test
    void confirmsAnOrderAndMovesItsUnitFromAvailableToSold() {
        String sku = shop.newProduct(5);
        String email = "flow-" + UUID.randomUUID() + "@example.com";
        Answer accepted = shop.order(sku, 1, email, UUID.randomUUID().toString());

        assertThat(accepted.status()).isEqualTo(202);
        JsonNode order = shop.awaitStatus(accepted, "CONFIRMED");
        assertThat(types(order)).startsWith("order_created").contains("payment_authorized", "fraud_reviewed",
                "order_confirmed");
        await().atMost(Shop.PATIENCE).until(() -> shop.stock(sku), new Stock(sku, 4, 0, 1)::equals);
        await().atMost(Shop.PATIENCE).until(() -> shop.order(accepted).data().at("/payment/status").asText(),
                "CAPTURED"::equals);
        await().atMost(Shop.PATIENCE).until(() -> shop.cloud().mailTo(email).size(), size -> size == 1);
        assertThat(shop.cloud().mailTo(email).getFirst()).contains(accepted.data().get("orderId").asText());
    }

    @Test
    void answersWithTheTotalsTheShopperWillPay() {
        Answer accepted = shop.post("/api/orders", BODY.formatted("totals@example.com"),
                "Idempotency-Key", UUID.randomUUID().toString());

        assertThat(accepted.status()).isEqualTo(202);
        JsonNode data = accepted.data();
        String orderId = data.get("orderId").asText();
        assertThat(data.get("totalAmount").decimalValue()).isEqualByComparingTo("1727.99");
        assertThat(data.get("itemCount").asInt()).isEqualTo(1);
        assertThat(data.get("status").asText()).isEqualTo("PENDING");
        assertThat(data.get("createdAt").asText()).isNotBlank();
        assertThat(data.get("receiptToken").asText()).isNotBlank();
        assertThat(accepted.header("location")).isEqualTo("/api/orders/" + orderId);
    }

    @Test
    void namesTheSameOrderForARetryAndRefusesAnotherBodyUnderItsKey() {
        String key = UUID.randomUUID().toString();
        String email = "retry-" + UUID.randomUUID() + "@example.com";
        Answer first = shop.post("/api/orders", BODY.formatted(email), "Idempotency-Key", key);
        Answer again = shop.post("/api/orders", BODY.formatted(email), "Idempotency-Key", key);
        // Until it is recorded only the instance that accepted it knows the order's body.
        shop.awaitStatus(first, "CONFIRMED");
        Answer other = shop.post("/api/orders", BODY.formatted(email).replace("\"quantity\":1", "\"quantity\":2"),
                "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.data().get("orderId")).isEqualTo(first.data().get("orderId"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.errorCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");

        Answer late = shop.post("/api/orders", BODY.formatted(email), "Idempotency-Key", key);
        assertThat(late.data().get("orderId")).isEqualTo(first.data().get("orderId"));
        await().atMost(Shop.PATIENCE).until(() -> shop.cloud().mailTo(email).size(), size -> size == 1);
    }

    @Test
    void takesTheOtherFormOfAnOrderToo() {
        Answer accepted = shop.post("/api/orders", """
                {"customer_id":"customer-123","items":[{"product_id":"rtx-4090","quantity":2}]}""");

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.data().get("itemCount").asInt()).isEqualTo(2);
        shop.awaitStatus(accepted, "CONFIRMED");
    }

    @Test
    void cancelsAnOrderWhoseCardIsDeclinedAndGivesTheUnitBack() {
        String sku = shop.newProduct(1);
        Answer accepted = shop.post("/api/orders",
                """
                        {"cart":[{"id":"%s","quantity":1}],"customerEmail":"declined@example.com","paymentToken":"tok_declined"}"""
                        .formatted(sku));

        JsonNode order = shop.awaitStatus(accepted, "CANCELLED");
        assertThat(order.get("reason").asText()).isEqualTo("PAYMENT_DECLINED");
        await().atMost(Shop.PATIENCE).until(() -> shop.stock(sku), new Stock(sku, 1, 0, 0)::equals);
    }

    @Test
    void showsAnOrderOnlyToWhoHoldsItsReceipt() {
        Answer accepted = shop.buy("rtx-4090", 1);
        shop.awaitStatus(accepted, "CONFIRMED");
        String orderId = accepted.data().get("orderId").asText();
        String otherReceipt = shop.buy("rtx-4090", 1).data().get("receiptToken").asText();

        Answer without = shop.get("/api/orders/" + orderId);
        Answer withAnother = shop.get("/api/orders/" + orderId, "X-Receipt-Token", otherReceipt);
        Answer unknown = shop.get("/api/orders/" + UUID.randomUUID(), "X-Receipt-Token", otherReceipt);

        for (Answer refused : List.of(without, withAnother, unknown)) {
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body().get("error")).isEqualTo(unknown.body().get("error"));
        }
    }

    private static List<String> types(JsonNode order) {
        return StreamSupport.stream(order.get("history").spliterator(), false)
                .map(entry -> entry.get("type").asText())
                .toList();
    }
}
