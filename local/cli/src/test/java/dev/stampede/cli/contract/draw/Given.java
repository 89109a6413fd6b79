package dev.stampede.cli.contract.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cli.contract.ApiContract.Operation;
import dev.stampede.cloud.http.Request;
import dev.stampede.model.Actor;
import dev.stampede.model.Customer;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Product;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.table.ProductsTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What there is before a request of an operation, so that it can be taken: somebody who may ask, and an order, a cart
/// or a product that it can be done to.
final class Given {

    private static final String SHOPPER = "shopper@example.com";
    private static final String ADMIN = "admin@example.com";
    private static final String SKU = "rtx-4090";
    private static final String ORDER = "7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ShopInProcess shop;
    private final Operation operation;
    private final Map<String, List<String>> known = new HashMap<>();
    private final Map<String, String> credentials = new TreeMap<>();
    private final List<Map<String, AttributeValue>> products;
    private final List<Map<String, AttributeValue>> stock;
    private final Optional<MailedCodes> codes;
    private String cart = "";
    private boolean touched = true;

    Given(ShopInProcess shop, Operation operation) {
        this.shop = shop;
        this.operation = operation;
        this.products = shop.tables().scan(scan -> scan.tableName("Products")).items();
        this.stock = shop.tables().scan(scan -> scan.tableName("Stock")).items();
        List<String> skus = List.of(SKU, SKU, "atlas-dock", "drift-mouse", "canvas-22-pen");
        known.put("category", List.of("graphics-cards"));
        known.put("customerEmail", List.of(SHOPPER));
        known.put("paymentToken", List.of("tok_ok"));
        known.put("q", List.of("gaming"));
        known.put("headers:If-Match", List.of("\"1\""));
        for (String name : List.of("product_id", "productId", "path:itemId")) {
            known.put(name, skus);
        }
        if (!operation.id().equals("createProduct")) {
            known.put("id", skus);
        }
        known.put("path:id", List.of(ofPath()));
        JsonNode security = operation.node().path("security");
        if (security.findValue("signedIn") != null) {
            boolean own = operation.key().contains("/cart") || operation.id().equals("getUser");
            credentials.put("Authorization", shop.signedIn(own ? SHOPPER : ADMIN));
        }
        if (operation.key().contains("/cart/{") || operation.key().contains("/checkout/")) {
            JsonNode made = call("POST", "/cart", "").get("data");
            cart = made.get("cartId").asText();
            known.put("path:id", List.of(cart));
            known.put("path:cartId", List.of(cart));
            credentials.put("X-Cart-Token", made.get("cartToken").asText());
        }
        undo();
        this.codes = operation.id().equals("redeemAccessCode")
                ? Optional.of(MailedCodes.ask(shop, ORDER, SHOPPER))
                : Optional.empty();
        codes.ifPresent(it -> known.put("code", List.of(it.code())));
        if (security.findValue("receipt") != null) {
            credentials.put("Authorization", shop.signedIn(ADMIN));
            credentials.put("X-Receipt-Token", call("GET", "/orders", "").at("/data/0/receiptToken").asText());
            credentials.remove("Authorization");
        }
    }

    private String ofPath() {
        if (operation.key().contains("/orders/")) {
            return ORDER;
        }
        if (operation.key().contains("/users/")) {
            return UUID.nameUUIDFromBytes(SHOPPER.getBytes(StandardCharsets.UTF_8)).toString();
        }
        return operation.key().contains("/categories/") ? "graphics-cards" : SKU;
    }

    void taken() {
        touched = true;
    }

    /// Leaves the shop as it was for the next operation.
    void tidy() {
        shop.tables().scan(scan -> scan.tableName("Products")).items().stream().filter(item -> !products.contains(item))
                .forEach(item -> shop.tables().deleteItem(delete -> delete.tableName("Products")
                        .key(Map.of("productId", item.get("productId")))));
        products.forEach(item -> shop.tables().putItem(put -> put.tableName("Products").item(item)));
        stock.forEach(item -> shop.tables().putItem(put -> put.tableName("Stock").item(item)));
    }

    Map<String, List<String>> known() {
        return known;
    }

    Map<String, String> credentials() {
        return credentials;
    }

    /// Brings back what an earlier request used up, and undoes what it did, where it was taken.
    void prepare() {
        codes.ifPresent(MailedCodes::restore);
        undo();
    }

    private void undo() {
        if (!touched) {
            return;
        }
        touched = false;
        if (operation.key().contains("/orders/{")) {
            shop.tables().putItem(put -> put.tableName("Orders").item(OrdersTable.toItem(order())));
        }
        if (operation.key().matches("(PUT|DELETE) /products/\\{id}")) {
            shop.tables()
                    .putItem(put -> put.tableName("Products").item(ProductsTable.toItem(new Product(SKU, "RTX 4090",
                            Money.ofMinor(159_999), Optional.empty(), "", "graphics-cards", "/images/rtx-4090.svg",
                            1))));
        }
        if (!cart.isEmpty()) {
            emptyCart();
            if (!operation.id().equals("addCartItem")) {
                call("POST", "/cart/" + cart + "/items", "{\"productId\":\"" + SKU + "\",\"quantity\":1}");
            }
        }
    }

    private void emptyCart() {
        Map<String, AttributeValue> id = Map.of(":id", AttributeValue.fromS(cart));
        shop.tables().query(query -> query.tableName("Carts").keyConditionExpression("cartId = :id")
                .expressionAttributeValues(id)).items().forEach(item -> shop.tables().deleteItem(
                        delete -> delete
                                .tableName("Carts").key(Map.of("cartId", item.get("cartId"), "sku", item.get("sku")))));
    }

    private Order order() {
        Instant now = Instant.now();
        Actor staff = Actor.staff(ADMIN, now, Optional.empty());
        Actor customer = Actor.customer(now, Optional.empty());
        Order reserved = Order.reserved(new PlacedOrder(ORDER, new Customer(Optional.of(SHOPPER), Optional.empty()),
                List.of(new OrderLine(SKU, "RTX 4090 GPU", Money.ofMinor(159_999), 1)), "tok_ok", "f".repeat(43),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", now), now, Duration.ofMinutes(15));
        if (List.of("getOrder", "cancelOrder").contains(operation.id())) {
            return reserved;
        }
        boolean review = operation.id().equals("decideFraud");
        Order decided = reserved.paymentAuthorized(now).flatMap(order -> order.fraudDecided(new FraudCheck(
                review ? Decision.REVIEW : Decision.APPROVED, 40, List.of()), now)).orElseThrow();
        if (review) {
            return decided;
        }
        Order paid = decided.paymentCaptured(now).orElseThrow();
        if (List.of("shipOrder", "refundOrder").contains(operation.id())) {
            return paid;
        }
        Order shipped = paid.shipped(staff).orElseThrow();
        if (operation.id().equals("deliverOrder")) {
            return shipped;
        }
        Order delivered = shipped.delivered(staff).orElseThrow();
        return operation.id().equals("receiveReturn") ? delivered.returnRequested(customer).orElseThrow() : delivered;
    }

    private JsonNode call(String method, String path, String body) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("content-type", "application/json");
        credentials.forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
        try {
            return JSON.readTree(shop.ask(new Request(method, "/api" + path, "", headers,
                    body.getBytes(StandardCharsets.UTF_8), "192.0.2.1")).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
