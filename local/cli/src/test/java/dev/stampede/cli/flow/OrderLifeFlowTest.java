package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.model.Stock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What happens to an order after it is recorded, by the hands of its shopper and of the staff.
@WholeFlow
class OrderLifeFlowTest {

    private final Shop shop;

    OrderLifeFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void aShopperCancelsBeforeShippingAndGetsTheMoneyBackAndTheUnitIsForSaleAgain() {
        String sku = shop.newProduct(1);
        Answer order = paid(sku);

        Answer cancelled = shop.ask(order, "cancel");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.data().get("status").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled.data().get("reason").asText()).isEqualTo("CANCELLED_BY_CUSTOMER");
        awaitPayment(order, "REFUNDED");
        awaitStock(sku, new Stock(sku, 1, 0, 0));
        assertThat(shop.captures(Shop.orderId(order))).isEqualTo(1);
        // The last unit was sold out a moment ago; that is not remembered for longer than a second.
        await().atMost(Shop.PATIENCE).until(() -> shop.buy(sku, 1).status() == 202);
    }

    @Test
    void aParcelGoesOutArrivesComesBackAndIsRefunded() {
        String sku = shop.newProduct(2);
        Answer order = paid(sku);

        assertThat(shop.staff(order, "ship", "{\"note\":\"Parcel 4711\"}").data().get("status").asText())
                .isEqualTo("SHIPPED");
        assertThat(shop.ask(order, "cancel").status()).isEqualTo(409);
        assertThat(shop.staff(order, "deliver", "{}").data().get("status").asText()).isEqualTo("DELIVERED");
        assertThat(shop.ask(order, "return").data().get("status").asText()).isEqualTo("RETURN_REQUESTED");
        Answer back = shop.staff(order, "receive-return", "{\"units\":\"restock\"}");
        assertThat(back.data().get("status").asText()).isEqualTo("RETURNED");
        awaitStock(sku, new Stock(sku, 2, 0, 0));

        String key = UUID.randomUUID().toString();
        Answer part = shop.staff(order, "refund", "{\"amount\":5.00}", "Idempotency-Key", key);
        Answer again = shop.staff(order, "refund", "{\"amount\":5.00}", "Idempotency-Key", key);
        assertThat(List.of(part.status(), again.status())).containsOnly(200);
        assertThat(again.data().get("refunded").decimalValue()).isEqualByComparingTo("5.00");
        Answer tooMuch =
                shop.staff(order, "refund", "{\"amount\":1000.00}", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(tooMuch.errorCode()).isEqualTo("REFUND_EXCEEDS_PAYMENT");
        Answer rest = shop.staff(order, "refund", "{}", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(rest.data().get("status").asText()).isEqualTo("REFUNDED");
        awaitPayment(order, "REFUNDED");
    }

    @Test
    void ofShippingAndCancellingAtOnceExactlyOneWinsAndTheOtherIsToldHowTheOrderStands() throws Exception {
        for (int round = 0; round < 5; round++) {
            Answer order = paid(shop.newProduct(1));

            List<Answer> answers = atOnce(() -> shop.staff(order, "ship", "{}"), () -> shop.ask(order, "cancel"));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            String won = answers.stream().filter(it -> it.status() == 200).findFirst().orElseThrow()
                    .data().get("status").asText();
            Answer lost = answers.stream().filter(it -> it.status() == 409).findFirst().orElseThrow();
            assertThat(lost.errorCode()).isEqualTo("ORDER_STATE_CONFLICT");
            assertThat(lost.body().at("/error/details/0/code").asText()).isEqualTo(won);
            assertThat(shop.order(order).data().get("status").asText()).isEqualTo(won);
        }
    }

    @Test
    void ofTwoStaffMembersShippingAtOnceExactlyOneShips() throws Exception {
        Answer order = paid(shop.newProduct(1));

        List<Answer> answers = atOnce(() -> shop.staff(order, "ship", "{}"), () -> shop.staff(order, "ship", "{}"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whoIsNoAdministratorMovesNothing() {
        Answer order = paid(shop.newProduct(1));
        String customer = shop.signIn("shopper@example.com", "Stampede-shopper-1");

        for (String operation : List.of("ship", "deliver", "refund", "fraud-decision", "receive-return")) {
            String path = "/api/orders/" + Shop.orderId(order) + "/" + operation;
            assertThat(shop.post(path, "{}").status()).as(operation).isEqualTo(401);
            assertThat(shop.post(path, "{}", "Authorization", "Bearer " + customer).status()).as(operation)
                    .isEqualTo(403);
        }
        assertThat(shop.post("/api/orders/" + Shop.orderId(order) + "/cancel", "{}").status()).isEqualTo(404);
        assertThat(shop.order(order).data().get("status").asText()).isEqualTo("CONFIRMED");
    }

    private Answer paid(String sku) {
        Answer order = shop.buy(sku, 1);
        assertThat(order.status()).isEqualTo(202);
        shop.awaitStatus(order, "CONFIRMED");
        awaitPayment(order, "CAPTURED");
        return order;
    }

    private void awaitPayment(Answer order, String status) {
        await().atMost(Shop.PATIENCE).until(() -> shop.order(order).data().at("/payment/status").asText(),
                status::equals);
    }

    private void awaitStock(String sku, Stock stock) {
        await().atMost(Shop.PATIENCE).until(() -> shop.stock(sku), stock::equals);
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            return threads.invokeAll(List.of(one, other)).stream().map(Future::resultNow).toList();
        }
    }
}
