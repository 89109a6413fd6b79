package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WholeFlow
class CartFlowTest {

    private final Shop shop;

    CartFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void aGuestFillsACartAndOrdersItOnce() {
        String sku = shop.newProduct(5);
        Cart cart = newCart();
        cart.add(sku, 1);
        Answer filled = cart.add(sku, 2);
        assertThat(filled.data().at("/items/0/quantity").asInt()).isEqualTo(3);
        assertThat(cart.set(sku, 2).data().get("totalAmount").decimalValue()).isEqualByComparingTo("43.18");

        String key = UUID.randomUUID().toString();
        Answer accepted = cart.checkOut(key, "43.18");

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("location")).isEqualTo("/api/orders/" + Shop.orderId(accepted));
        assertThat(cart.get().data().get("items")).isEmpty();
        assertThat(cart.checkOut(UUID.randomUUID().toString(), "43.18").errorCode()).isEqualTo("CART_EMPTY");
        shop.awaitStatus(accepted, "CONFIRMED");
        Answer replay = cart.checkOut(key, "43.18");
        assertThat(Shop.orderId(replay)).isEqualTo(Shop.orderId(accepted));
        assertThat(replay.header("idempotency-replayed")).isEqualTo("true");
        assertThat(replay.data().get("receiptToken")).isEqualTo(accepted.data().get("receiptToken"));
        assertThat(shop.ordersOf(sku)).hasSize(1);
        assertThat(shop.stock(sku).available()).isEqualTo(3);
    }

    @Test
    void tabsThatCheckOutAtOnceMakeOneOrder() throws Exception {
        String sku = shop.newProduct(50);
        Cart cart = newCart();
        cart.add(sku, 1);

        List<Answer> answers = atOnce(6, () -> cart.checkOut(UUID.randomUUID().toString(), "21.59"));

        assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 202)
                .allMatch(answer -> answer.errorCode().matches("CART_(EMPTY|BUSY)"));
        shop.awaitStatus(answers.stream().filter(answer -> answer.status() == 202).findFirst().orElseThrow(),
                "CONFIRMED");
        assertThat(shop.ordersOf(sku)).hasSize(1);
    }

    @Test
    void aGuestsCartGoesIntoTheCustomersOnce() {
        String sku = shop.newProduct(50);
        String[] signedIn = {"Authorization", "Bearer " + shop.signIn("shopper@example.com", "Stampede-shopper-1")};
        Answer own = shop.get("/api/cart", signedIn);
        Cart customers = new Cart(own.data().get("cartId").asText(), own.data().get("cartToken").asText());
        Cart guests = newCart();
        guests.add(sku, 4);

        Answer merged = guests.merge(signedIn);
        Answer again = guests.merge(signedIn);

        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.data().get("cartId").asText()).isEqualTo(customers.id());
        assertThat(merged.data().get("notMerged")).isEmpty();
        assertThat(quantity(merged, sku)).isEqualTo(4);
        assertThat(quantity(again, sku)).isEqualTo(4);
        assertThat(guests.get().data().get("items")).isEmpty();
        guests.add(sku, 8);
        Answer full = guests.merge(signedIn);
        assertThat(quantity(full, sku)).isEqualTo(10);
        assertThat(full.data().at("/notMerged/0/quantity").asInt()).isEqualTo(2);
        assertThat(quantity(guests.get(), sku)).isEqualTo(2);
        assertThat(quantity(customers.remove(sku), sku)).isZero();
        assertThat(shop.get("/api/cart").status()).isEqualTo(401);
    }

    @Test
    void tellsWhatHasBecomeOfALineAndOrdersNothingAtAnotherTotal() {
        String sku = shop.newProduct(5);
        String gone = shop.newProduct(1);
        Cart cart = newCart();
        cart.add(sku, 1);
        shop.operator().updateItem(update -> update.tableName("Products")
                .key(ProductsTable.key(sku))
                .updateExpression("SET price = :price")
                .expressionAttributeValues(Map.of(
                        ":price", AttributeValue.fromN("2999"))));

        JsonNode line = cart.get().data().at("/items/0");
        assertThat(line.get("problem").asText()).isEqualTo("PRICE_CHANGED");
        assertThat(line.get("priceWhenAdded").decimalValue()).isEqualByComparingTo("19.99");
        Answer changed = cart.checkOut(UUID.randomUUID().toString(), "21.59");
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.errorCode()).isEqualTo("PRICE_CHANGED");
        assertThat(changed.body().at("/error/details/0/message").asText()).contains("32.39 USD");
        cart.add(gone, 1);
        shop.operator().putItem(put -> put.tableName("Stock").item(StockTable.toItem(Stock.of(gone, 0))));
        assertThat(cart.get().data().at("/items/1/problem").asText()).isEqualTo("SOLD_OUT");
        Answer soldOut = cart.checkOut(UUID.randomUUID().toString(), "53.98");
        assertThat(soldOut.errorCode()).isEqualTo("SOLD_OUT");
        assertThat(soldOut.body().at("/error/details/0/field").asText()).isEqualTo("items[" + gone + "]");
        assertThat(cart.get().data().get("items")).hasSize(2);
        assertThat(shop.ordersOf(sku)).isEmpty();
    }

    @Test
    void aStrangersTokenOpensNothing() {
        String sku = shop.newProduct(5);
        Cart cart = newCart();
        cart.add(sku, 1);
        Cart forged = new Cart(cart.id(), newCart().token());
        Cart nobodys = new Cart(UUID.randomUUID().toString(), cart.token());

        for (Cart wrong : List.of(forged, nobodys)) {
            for (Answer refused : List.of(wrong.get(), wrong.add(sku, 1), wrong.set(sku, 1), wrong.remove(sku),
                    wrong.checkOut(UUID.randomUUID().toString(), "1.00"))) {
                assertThat(refused.status()).isEqualTo(404);
                assertThat(refused.errorCode()).isEqualTo("CART_NOT_FOUND");
            }
        }
        assertThat(quantity(cart.get(), sku)).isEqualTo(1);
    }

    @Test
    void tabsThatAddAtOnceLoseNothing() throws Exception {
        String sku = shop.newProduct(50);
        Cart cart = newCart();

        List<Answer> answers = atOnce(6, () -> cart.add(sku, 1));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(quantity(cart.get(), sku)).isEqualTo(6);
        assertThat(cart.add(sku, 5).errorCode()).isEqualTo("CART_LIMIT");
        assertThat(cart.add("no-such-product", 1).errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
    }

    private Cart newCart() {
        Answer answer = shop.post("/api/cart", "");
        assertThat(answer.status()).isEqualTo(201);
        return new Cart(answer.data().get("cartId").asText(), answer.data().get("cartToken").asText());
    }

    private static int quantity(Answer cart, String sku) {
        return cart.data().get("items").valueStream()
                .filter(item -> item.get("itemId").asText().equals(sku))
                .mapToInt(item -> item.get("quantity").asInt())
                .sum();
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> results = threads.invokeAll(IntStream.range(0, callers).mapToObj(_ -> call).toList());
            return results.stream().map(Future::resultNow).toList();
        }
    }

    /// A cart as who holds its token uses it.
    private final class Cart {

        private final String id;
        private final String token;

        Cart(String id, String token) {
            this.id = id;
            this.token = token;
        }

        String id() {
            return id;
        }

        String token() {
            return token;
        }

        Answer get() {
            return shop.get("/api/cart/" + id, "X-Cart-Token", token);
        }

        Answer add(String sku, int quantity) {
            return shop.post("/api/cart/" + id + "/items", """
                    {"productId":"%s","quantity":%d}""".formatted(sku, quantity), "X-Cart-Token", token);
        }

        Answer set(String sku, int quantity) {
            return shop.put("/api/cart/" + id + "/items/" + sku, "{\"quantity\":%d}".formatted(quantity),
                    "X-Cart-Token", token);
        }

        Answer remove(String sku) {
            return shop.delete("/api/cart/" + id + "/items/" + sku, "X-Cart-Token", token);
        }

        Answer merge(String... signedIn) {
            return shop.post("/api/cart/" + id + "/merge", "", signedIn[0], signedIn[1], "X-Cart-Token", token);
        }

        Answer checkOut(String key, String total) {
            return shop.post("/api/checkout/" + id, """
                    {"customerEmail":"cart-%s@example.com","totalAmount":%s}""".formatted(id, total),
                    "X-Cart-Token", token, "Idempotency-Key", key);
        }
    }
}
