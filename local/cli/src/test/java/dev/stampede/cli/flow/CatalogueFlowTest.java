package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.model.Stock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the staff puts on sale, and what shoppers see and get of it.
@WholeFlow
class CatalogueFlowTest {

    private final Shop shop;
    private final String id = "hub-" + UUID.randomUUID();

    CatalogueFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void whatAnAdministratorPutsOnSaleIsBoughtAndWhatIsDeletedLeavesItsOrdersAlone() {
        Answer created = create("39.90");
        assertThat(created.status()).isEqualTo(201);
        long first = created.data().get("version").asLong();
        assertThat(created.header("etag")).isEqualTo("\"" + first + "\"");
        assertThat(created.data().get("stock").asInt()).isZero();
        assertThat(created.header("location")).isEqualTo("/api/products/" + id);
        assertThat(create("1.00").errorCode()).isEqualTo("PRODUCT_EXISTS");
        assertThat(setStock("first", "{\"available\":3,\"expected\":0,\"reason\":\"First delivery.\"}").data()
                .get("available").asInt())
                .isEqualTo(3);
        awaitShown(3);

        Answer bought = buy();
        shop.awaitStatus(bought, "CONFIRMED");
        assertThat(update(created.header("etag"), "44.90").data().get("version").asLong()).isEqualTo(first + 1);
        Answer described = shop.get("/api/products/" + id + "/description", shop.asAdmin());
        assertThat(described.data().get("price").decimalValue()).isEqualByComparingTo("44.90");
        Answer stale = update(created.header("etag"), "1.00");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.errorCode()).isEqualTo("STALE_VERSION");
        assertThat(update(null, "1.00").status()).isEqualTo(428);
        Answer left = buy();
        assertThat(shop.delete("/api/products/" + id, shop.asAdmin("If-Match", described.header("etag"))).status())
                .isEqualTo(204);
        // CreateOrder remembers a product for a second: who is still accepted gets no unit.
        Answer late = shop.buy(id, 1);
        if (late.status() == 202) {
            assertThat(shop.awaitStatus(late, "REJECTED").get("reason").asText()).isEqualTo("NOT_FOR_SALE");
        } else {
            assertThat(late.errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
        }
        await().atMost(Shop.PATIENCE).until(() -> shop.get("/api/products/" + id).status() == 404);

        // Orders carry all they need: the one that came just before is paid, the older one goes its whole way.
        shop.awaitStatus(left, "CONFIRMED");
        assertThat(shop.order(bought).data().at("/items/0/name").asText()).isEqualTo("USB-C hub");
        assertThat(shop.order(bought).data().at("/items/0/price").decimalValue()).isEqualByComparingTo("39.90");
        assertThat(shop.staff(bought, "ship", "{}").status()).isEqualTo(200);
        assertThat(shop.staff(bought, "deliver", "{}").status()).isEqualTo(200);
        assertThat(shop.ask(bought, "return").status()).isEqualTo(200);
        assertThat(shop.staff(bought, "receive-return", "{\"units\":\"restock\"}").status()).isEqualTo(200);
        assertThat(shop.ask(left, "cancel").status()).isEqualTo(200);
        await().atMost(Shop.PATIENCE).until(() -> {
            Stock stock = shop.stock(id);
            return stock.available() == 3 && stock.reserved() == 0 && stock.sold() == 0;
        });
        await().atMost(Shop.PATIENCE).pollInterval(Duration.ofSeconds(1))
                .until(() -> shop.buy(id, 1).errorCode(), "PRODUCT_NOT_FOUND"::equals);
        // Made anew it has what is still there, and no form that was open meanwhile changes it.
        assertThat(create("59.90").data().get("stock").asInt()).isEqualTo(3);
        assertThat(update(described.header("etag"), "1.00").errorCode()).isEqualTo("STALE_VERSION");
    }

    @Test
    void whoSawTheProductIsToldThatNothingChanged() {
        Answer created = create("39.90");
        for (String path : List.of("/api/products/rtx-4090", "/api/products?category=displays&sort=newest",
                "/api/categories", "/api/categories/displays")) {
            // A unit that is sold or given back between two requests is another state.
            await().atMost(Shop.PATIENCE).untilAsserted(() -> {
                Answer first = shop.get(path);
                Answer again = shop.get(path, "If-None-Match", first.header("etag"));
                assertThat(again.status()).as(path).isEqualTo(304);
                assertThat(again.http().body()).isEmpty();
                assertThat(again.header("etag")).isEqualTo(first.header("etag"));
                assertThat(again.header("cache-control")).startsWith("public, max-age=");
            });
        }
        String etag = shop.get("/api/products/" + id).header("etag");
        assertThat(update(created.header("etag"), "44.90").status()).isEqualTo(200);
        await().atMost(Shop.PATIENCE)
                .until(() -> shop.get("/api/products/" + id, "If-None-Match", etag).status() == 200);
    }

    @Test
    void searchEnginesFindEveryProductUnderTheShopsOwnAddress() {
        create("39.90");
        String site = shop.cloud().site().toString();

        assertThat(shop.get("/robots.txt").http().body()).contains("\nSitemap: " + site + "/sitemap.xml\n");
        await().atMost(Shop.PATIENCE).untilAsserted(() -> {
            assertThat(shop.get("/api/sitemap.xml", "Shop-Url", "https://evil.example").http().body())
                    .doesNotContain("evil").contains("<loc>" + site + "/</loc>");
            Answer sitemap = shop.get("/sitemap.xml", "Shop-Url", "https://evil.example");
            assertThat(sitemap.header("content-type")).isEqualTo("application/xml");
            assertThat(sitemap.http().body()).doesNotContain("evil").contains("<loc>" + site + "/</loc>",
                    "<loc>" + site + "/?category=displays</loc>", "<loc>" + site + "/products/" + id + "</loc>");
        });
    }

    /// As monitors and those who check sitemaps ask.
    @Test
    void whatCanBeReadIsAnsweredToHeadWithoutItsBody() {
        create("39.90");
        for (String path : List.of("/sitemap.xml", "/api/health", "/api/products", "/api/products/" + id)) {
            Answer head = shop.patiently(() -> shop.send("HEAD", path, Optional.empty(), List.of()));

            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.http().body()).as(path).isEmpty();
        }
        assertThat(shop.send("HEAD", "/api/orders", Optional.empty(), List.of()).status()).isEqualTo(401);
    }

    @Test
    void stockIsChangedOnceForEachKeyAndNeverOverWhatOthersDid() {
        create("39.90");
        setStock("k1", "{\"available\":5,\"expected\":0,\"reason\":\"First delivery.\"}");

        Answer again = setStock("k1", "{\"available\":5,\"expected\":0,\"reason\":\"First delivery.\"}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        assertThat(setStock("k1", "{\"adjust\":5,\"reason\":\"Other.\"}").errorCode())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        Answer changed = setStock("k2", "{\"available\":9,\"expected\":4,\"reason\":\"Count.\"}");
        assertThat(changed.errorCode()).isEqualTo("STOCK_CHANGED");
        assertThat(changed.body().at("/error/details/0/message").asText()).isEqualTo("5 units are available");
        assertThat(setStock("k2", "{\"adjust\":-6,\"reason\":\"Water.\"}").errorCode()).isEqualTo("STOCK_TOO_LOW");
        assertThat(setStock("k2", "{\"adjust\":-5,\"reason\":\"Water.\"}").data().get("available").asInt()).isZero();

        Answer books = shop.get("/api/products/" + id + "/stock", shop.asAdmin());
        assertThat(books.data().get("available").asInt()).isZero();
        assertThat(books.data().get("adjustments")).extracting(entry -> entry.get("adjust").asInt()).containsExactly(-5,
                5);
        assertThat(books.data().at("/adjustments/0/by").asText()).isEqualTo("admin@example.com");
    }

    @Test
    void aCustomerChangesNothing() {
        String[] customer = {"Authorization", "Bearer " + shop.signIn("shopper@example.com", "Stampede-shopper-1")};

        assertThat(shop.post("/api/products", "{}", customer).status()).isEqualTo(403);
        assertThat(shop.put("/api/products/rtx-4090", "{}", customer).status()).isEqualTo(403);
        assertThat(shop.delete("/api/products/rtx-4090", customer).status()).isEqualTo(403);
        assertThat(shop.get("/api/products/rtx-4090/stock", customer).status()).isEqualTo(403);
        assertThat(shop.put("/api/products/rtx-4090/stock", "{}", customer).status()).isEqualTo(403);
        assertThat(shop.post("/api/products", "{}").status()).isEqualTo(401);
        assertThat(shop.get("/api/products/rtx-4090/stock").status()).isEqualTo(401);
    }

    @Test
    void whoAskedIsMailedOnceWhenUnitsComeBack() {
        create("39.90");
        String email = "waits-" + UUID.randomUUID() + "@example.com";
        Answer asked = ask(id, email);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(ask(id, email).body().get("message")).isEqualTo(asked.body().get("message"));
        assertThat(ask("no-such-product", email).body().get("message")).isEqualTo(asked.body().get("message"));
        assertThat(ask(id, "nobody").status()).isEqualTo(400);
        assertThat(shop.cloud().mailTo(email)).isEmpty();

        setStock("back", "{\"adjust\":2,\"reason\":\"Delivery.\"}");
        // The clock would, within a minute.
        shop.runNow("NotifyRestocked");
        await().atMost(Shop.PATIENCE).until(() -> shop.cloud().mailTo(email).size() == 1);
        assertThat(shop.cloud().mailTo(email).getFirst()).contains("USB-C hub", "$39.90", "/products/" + id);

        // Another one who asks now is told by a later run, and the first not again.
        String next = "next-" + UUID.randomUUID() + "@example.com";
        ask(id, next);
        shop.runNow("NotifyRestocked");
        await().atMost(Shop.PATIENCE).until(() -> shop.cloud().mailTo(next).size() == 1);
        assertThat(shop.cloud().mailTo(email)).hasSize(1);
    }

    private Answer create(String price) {
        return shop.post("/api/products", """
                {"id":"%s","name":"USB-C hub","description":"Seven ports.","category":"test","price":%s}"""
                .formatted(id, price), shop.asAdmin());
    }

    private Answer update(String ifMatch, String price) {
        List<String> precondition = new ArrayList<>(ifMatch == null ? List.of() : List.of("If-Match", ifMatch));
        return shop.put("/api/products/" + id, """
                {"name":"USB-C hub","description":"Eight ports.","category":"test","price":%s}""".formatted(price),
                shop.asAdmin(precondition.toArray(String[]::new)));
    }

    private Answer setStock(String key, String body) {
        return shop.put("/api/products/" + id + "/stock", body, shop.asAdmin("Idempotency-Key", key));
    }

    private Answer ask(String product, String email) {
        return shop.post("/api/products/" + product + "/restock-notice", "{\"customerEmail\":\"" + email + "\"}");
    }

    /// What CreateOrder remembers of a product that was sold out a moment ago is as old as what is shown of it.
    private Answer buy() {
        List<Answer> answer = new ArrayList<>();
        await().atMost(Shop.PATIENCE).until(() -> {
            answer.add(shop.buy(id, 1));
            return answer.getLast().status() == 202;
        });
        return answer.getLast();
    }

    private void awaitShown(int units) {
        await().atMost(Shop.PATIENCE)
                .until(() -> shop.get("/api/products/" + id).data().path("stock").asInt() == units);
    }
}
