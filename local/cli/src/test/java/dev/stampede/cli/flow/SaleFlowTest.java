package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Sale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Timed sales and purchase limits, under many hands at once.
@WholeFlow
class SaleFlowTest {

    private final Shop shop;

    SaleFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void aSaleThatHasNotStartedSellsNothingAndSaysWhenItWill() {
        Sale tomorrow = sale(Duration.ofDays(1), 5, Optional.empty());
        String sku = shop.newProduct(10, Optional.empty(), Optional.of(tomorrow));

        Answer early = shop.buy(sku, 1);

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.errorCode()).isEqualTo("SALE_NOT_STARTED");
        assertThat(early.body().at("/error/details/0/message").asText())
                .contains(tomorrow.startsAt().toString().substring(0, 16));
        assertThat(Long.parseLong(early.header("retry-after"))).isPositive();
    }

    @Test
    void aRunningSaleSellsItsUnitsAtItsPriceAndNotOneMore() throws Exception {
        String sku =
                shop.newProduct(100, Optional.empty(), Optional.of(sale(Duration.ofMinutes(-1), 5, Optional.empty())));

        List<Answer> answers = atOnce(20, _ -> shop.buy(sku, 1));
        settle(answers);

        List<Order> standing = standing(sku);
        assertThat(standing).hasSize(5);
        assertThat(standing).allSatisfy(
                order -> assertThat(order.placed().lines().getFirst().unitPrice()).isEqualTo(Money.ofMinor(999)));
        assertThat(shop.stock(sku).saleUnitsLeft()).containsValue(0L);
        assertThat(shop.stock(sku).available()).isEqualTo(95);
    }

    @Test
    void oneCustomerGetsNoMoreThanTheLimitHoweverTheAddressIsWritten() throws Exception {
        String sku = shop.newProduct(50, Optional.of(2), Optional.empty());
        String name = "limit" + UUID.randomUUID().toString().replace("-", "");
        List<String> spellings = List.of(
                name + "@gmail.com", name.toUpperCase() + "@GMAIL.com", name + "+two@gmail.com",
                name.substring(0, 8) + "." + name.substring(8) + "@googlemail.com");

        List<Answer> answers = atOnce(12, i -> shop.order(sku, 1, spellings.get(i % 4), UUID.randomUUID().toString()));
        settle(answers);

        assertThat(standing(sku)).hasSize(2);
        assertThat(shop.ordersOf(sku)).filteredOn(order -> order.status() == OrderStatus.REJECTED)
                .allSatisfy(order -> assertThat(order.reason()).map(Enum::name).hasValue("LIMIT_REACHED"))
                .hasSize(10);

        // What is given up can be had again.
        Order one = standing(sku).getFirst();
        Answer accepted =
                answers.stream().filter(it -> Shop.orderId(it).equals(one.orderId())).findFirst().orElseThrow();
        assertThat(shop.ask(accepted, "cancel").status()).isEqualTo(200);
        await().atMost(Shop.PATIENCE).until(() -> shop.stock(sku).available() == 49);
        Answer next = shop.order(sku, 1, spellings.getFirst(), UUID.randomUUID().toString());
        shop.awaitStatus(next, "CONFIRMED");
    }

    @Test
    void anOrderForMoreThanTheLimitIsRefusedAtOnce() {
        String sku = shop.newProduct(50, Optional.of(2), Optional.empty());

        assertThat(shop.buy(sku, 3).errorCode()).isEqualTo("LIMIT_REACHED");
    }

    @Test
    void aThousandIdenticalRequestsUnderOneKeyAreOneOrderOneCaptureAndOneMail() throws Exception {
        String sku = shop.newProduct(10);
        String email = "repeats-" + UUID.randomUUID() + "@example.com";
        String key = UUID.randomUUID().toString();

        List<Answer> answers = atOnce(1000, _ -> shop.order(sku, 1, email, key));

        // A busy shop may turn a request away (429, 503); what it accepts is the one order.
        List<Answer> accepted = answers.stream().filter(it -> it.status() == 202).toList();
        assertThat(accepted).isNotEmpty();
        assertThat(answers).extracting(Answer::status).containsAnyOf(202)
                .allMatch(status -> List.of(202, 429, 503).contains(status));
        assertThat(accepted.stream().map(Shop::orderId).distinct()).hasSize(1);
        shop.awaitStatus(accepted.getFirst(), "CONFIRMED");
        await().atMost(Shop.PATIENCE).until(() -> shop.depth("OrdersQueue") == 0);
        await().atMost(Shop.PATIENCE).until(() -> shop.cloud().mailTo(email).size() == 1);
        await().atMost(Shop.PATIENCE).until(() -> shop.captures(Shop.orderId(accepted.getFirst())) == 1);
        assertThat(shop.ordersOf(sku)).hasSize(1);
        assertThat(shop.stock(sku).available()).isEqualTo(9);
    }

    private static Sale sale(Duration startsIn, long units, Optional<Integer> limit) {
        Instant startsAt = Instant.now().plus(startsIn);
        return new Sale("sale-1", startsAt, startsAt.plus(Duration.ofHours(2)), Money.ofMinor(999), units, limit);
    }

    private List<Order> standing(String sku) {
        return shop.ordersOf(sku).stream().filter(order -> !order.status().isFailed()).toList();
    }

    private void settle(List<Answer> answers) {
        await().atMost(Shop.PATIENCE).until(() -> answers.stream()
                .filter(answer -> answer.status() == 202)
                .allMatch(answer -> List.of("CONFIRMED", "REJECTED", "CANCELLED")
                        .contains(shop.order(answer).data().path("status").asText())));
    }

    private interface Request {
        Answer send(int i);
    }

    private static List<Answer> atOnce(int times, Request request) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            List<Future<Answer>> answers = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> request.send(i)))
                    .toList();
            return answers.stream().map(answer -> {
                try {
                    return answer.get();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }).toList();
        }
    }
}
