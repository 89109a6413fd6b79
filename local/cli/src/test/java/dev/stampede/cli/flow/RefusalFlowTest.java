package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cli.flow.Shop.Answer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@WholeFlow
class RefusalFlowTest {

    private final Shop shop;

    RefusalFlowTest(Shop shop) {
        this.shop = shop;
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                bad("quantity 0", cart("\"quantity\":0"), "cart[0].quantity"),
                bad("quantity -1", cart("\"quantity\":-1"), "cart[0].quantity"),
                bad("quantity 1.5", cart("\"quantity\":1.5"), "cart[0].quantity"),
                bad("quantity 10^9", cart("\"quantity\":1000000000"), "cart[0].quantity"),
                bad("quantity as text", cart("\"quantity\":\"1\""), "cart[0].quantity"),
                bad("no quantity", cart("\"price\":1599.99"), "cart[0].quantity"),
                bad("an unknown field", cart("\"quantity\":1,\"stock\":9"), "cart[0].stock"),
                bad("21 lines", lines(21), "cart"),
                bad("no lines", order("[]", "a@example.com"), "cart"),
                bad("cart of the wrong type", order("{}", "a@example.com"), "cart"),
                bad("a bad address", order("[{\"id\":\"rtx-4090\",\"quantity\":1}]", "not-an-address"),
                        "customerEmail"),
                bad("a status",
                        """
                                {"cart":[{"id":"rtx-4090","quantity":1}],"customerEmail":"a@example.com","status":"CONFIRMED"}""",
                        "status"),
                bad("nobody's order", "{\"cart\":[{\"id\":\"rtx-4090\",\"quantity\":1}]}", "customerEmail"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void refusesAMalformedOrderNamingTheFieldAndSendsNothing(String what, String body, String field) {
        long sentBefore = sent();

        Answer answer = shop.post("/api/orders", body, "Idempotency-Key", UUID.randomUUID().toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.body().at("/error/details").findValuesAsText("field")).contains(field);
        assertThat(sent()).isEqualTo(sentBefore);
    }

    /// A stranger's mailbox is neither filled with mails nor held units for, with however many cards.
    @Test
    void ordersInTheNameOfAStrangerAreBraked() {
        String stranger = "stranger-" + UUID.randomUUID() + "@example.com";
        String sku = shop.newProduct(200);
        List<Answer> answers = IntStream.range(0, 60).mapToObj(i -> shop.patiently(() -> shop.post("/api/orders", """
                {"cart":[{"id":"%s","quantity":1}],"customerEmail":"%s","paymentToken":"tok_declined"}"""
                .formatted(sku, i % 2 == 0 ? stranger : stranger.replace("@", "+" + i + "@")),
                "Idempotency-Key", UUID.randomUUID().toString()))).toList();

        // Twenty in a quarter of the hour, of which one may end meanwhile.
        List<Answer> accepted = answers.stream().filter(answer -> answer.status() == 202).toList();
        assertThat(accepted).hasSizeBetween(20, 44);
        assertThat(answers).filteredOn(answer -> answer.status() != 202).isNotEmpty().allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.errorCode()).isEqualTo("TOO_MANY_ORDERS");
            assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 900);
        });
        accepted.forEach(order -> shop.awaitStatus(order, "CANCELLED"));
        assertThat(shop.cloud().mailTo(stranger)).isEmpty();
        assertThat(shop.order(sku, 1, "other-" + stranger, UUID.randomUUID().toString()).status()).isEqualTo(202);
    }

    @Test
    void refusesBrokenJson() {
        long sentBefore = sent();

        for (String body : new String[]{"{\"cart\":[", "", "{\"cart\":[],\"cart\":[]}", "NaN", "{} {}"}) {
            Answer answer = shop.post("/api/orders", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.errorCode()).as(body).isEqualTo("MALFORMED_JSON");
        }
        assertThat(sent()).isEqualTo(sentBefore);
    }

    @Test
    void refusesABodyOfOneMegabyte() {
        long sentBefore = sent();

        Answer answer = shop.post("/api/orders", "{\"cart\":\"" + "x".repeat(1 << 20) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.errorCode()).isEqualTo("PAYLOAD_TOO_LARGE");
        assertThat(sent()).isEqualTo(sentBefore);
    }

    @Test
    void refusesAKeyThatIsNoKey() {
        Answer answer = shop.order("rtx-4090", 1, "a@example.com", "not a key");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
    }

    @Test
    void tellsTheTruePriceWhenTheClientsDiffers() {
        Answer answer = shop.post("/api/orders", """
                {"cart":[{"id":"rtx-4090","price":1.00,"quantity":1}],"customerEmail":"a@example.com"}""");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("PRICE_CHANGED");
        assertThat(answer.body().at("/error/details").toString()).contains("1599.99");
    }

    @Test
    void doesNotKnowAnUnknownProduct() {
        Answer answer = shop.buy("no-such-product", 1);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
    }

    @Test
    void saysSoldOutForASkuWithoutUnits() {
        Answer answer = shop.buy(shop.newProduct(0), 1);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("SOLD_OUT");
    }

    @Test
    void answersAnUnknownRouteAsTheApiDoesAndNotWithThePage() {
        assertThat(shop.get("/api/nothing-here").status()).isEqualTo(404);
    }

    @Test
    void listsOrdersOnlyForSomeoneSignedIn() {
        assertThat(shop.get("/api/orders").status()).isEqualTo(401);
        assertThat(shop.get("/api/orders", "Authorization", "Bearer nonsense").status()).isEqualTo(401);
    }

    private long sent() {
        return shop.cloud().calls("SendMessage", "OrdersQueue");
    }

    private static Arguments bad(String what, String body, String field) {
        return Arguments.of(what, body, field);
    }

    private static String cart(String rest) {
        return order("[{\"id\":\"rtx-4090\"," + rest + "}]", "a@example.com");
    }

    private static String lines(int count) {
        return order(IntStream.range(0, count)
                .mapToObj("{\"id\":\"sku-%d\",\"quantity\":1}"::formatted)
                .collect(Collectors.joining(",", "[", "]")), "a@example.com");
    }

    private static String order(String cart, String email) {
        return "{\"cart\":" + cart + ",\"customerEmail\":\"" + email + "\"}";
    }
}
