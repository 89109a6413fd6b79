package dev.stampede.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/// The least of a shop and of an AWS endpoint that the load tests can be held against, with a defect if asked.
final class StubShop implements AutoCloseable {

    enum Defect {
        NONE, OVERSELLS, FAILS_ONCE, THROTTLES_ONCE
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Defect defect;
    private final Map<String, Integer> stock = new LinkedHashMap<>(Map.of("rtx-4090", 5));
    private final Map<String, Integer> sold = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private int refusals;

    StubShop(Defect defect) throws IOException {
        this.defect = defect;
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized Set<String> skusOnSale() {
        return Set.copyOf(stock.keySet());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        synchronized (this) {
            if (path.equals("/")) {
                operate(exchange, JSON.readTree(body));
            } else if (path.equals("/api/health")) {
                send(exchange, 200, "{\"success\":true}");
            } else if (path.equals("/api/categories")) {
                send(exchange, 200, "{\"data\":[{\"id\":\"graphics-cards\"}]}");
            } else if (path.equals("/api/products")) {
                send(exchange, 200, "{\"data\":[%s]}".formatted(product("rtx-4090")));
            } else if (path.startsWith("/api/products/")) {
                String id = path.substring("/api/products/".length());
                if (stock.containsKey(id)) {
                    send(exchange, 200, "{\"data\":%s}".formatted(product(id)));
                } else {
                    refuse(exchange, 404, "PRODUCT_NOT_FOUND");
                }
            } else if (exchange.getRequestMethod().equals("POST")) {
                place(exchange, body);
            } else {
                read(exchange, path.substring("/api/orders/".length()));
            }
        }
    }

    private void place(HttpExchange exchange, String body) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        JsonNode line = JSON.readTree(body).path("cart").path(0);
        String sku = line.path("id").textValue();
        String order = "order-" + key;
        if (refusals == 0 && defect == Defect.FAILS_ONCE && sku.startsWith("spike")) {
            refusals++;
            send(exchange, 500, "<html>not JSON</html>");
        } else if (refusals == 0 && defect == Defect.THROTTLES_ONCE && sku.startsWith("spike")) {
            refusals++;
            exchange.getResponseHeaders().add("Retry-After", "1");
            refuse(exchange, 429, "THROTTLED");
        } else if (line.path("quantity").intValue() == 0) {
            refuse(exchange, 400, "VALIDATION_FAILED");
        } else if (bodies.containsKey(key) && !bodies.get(key).equals(body)) {
            refuse(exchange, 422, "IDEMPOTENCY_KEY_REUSED");
        } else if (bodies.containsKey(key) || reserve(sku)) {
            bodies.put(key, body);
            states.putIfAbsent(order, "PENDING");
            exchange.getResponseHeaders().add("Location", "/api/orders/" + order);
            send(exchange, 202, """
                    {"data":{"orderId":"%s","status":"PENDING","receiptToken":"r"}}""".formatted(order));
        } else {
            refuse(exchange, 409, "SOLD_OUT");
        }
    }

    private boolean reserve(String sku) {
        boolean oversells = defect == Defect.OVERSELLS && sku.startsWith("spike") && stock.get(sku) == 0;
        boolean available = stock.get(sku) > 0 || oversells;
        if (available) {
            stock.merge(sku, -1, Integer::sum);
            sold.merge(sku, 1, Integer::sum);
        }
        return available;
    }

    /// The first look at an order shows it pending.
    private void read(HttpExchange exchange, String order) throws IOException {
        String state = states.get(order);
        if (state == null || !"r".equals(exchange.getRequestHeaders().getFirst("X-Receipt-Token"))) {
            refuse(exchange, 404, "ORDER_NOT_FOUND");
            return;
        }
        states.put(order, "CONFIRMED");
        send(exchange, 200, "{\"data\":{\"orderId\":\"%s\",\"status\":\"%s\"}}".formatted(order, state));
    }

    private void operate(HttpExchange exchange, JsonNode body) throws IOException {
        switch (exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body.path("TableName").textValue()) {
            case "DynamoDB_20120810.PutItem Stock" -> {
                JsonNode item = body.path("Item");
                int available = Integer.parseInt(item.path("available").path("N").textValue());
                stock.put(item.path("sku").path("S").textValue(), available);
                send(exchange, 200, "{}");
            }
            case "DynamoDB_20120810.PutItem Products" -> send(exchange, 200, "{}");
            case "DynamoDB_20120810.DeleteItem Products" -> {
                stock.remove(body.path("Key").path("productId").path("S").textValue());
                send(exchange, 200, "{}");
            }
            case "DynamoDB_20120810.GetItem Stock" -> {
                String sku = body.path("Key").path("sku").path("S").textValue();
                send(exchange, 200, """
                        {"Item":{"available":{"N":"%d"},"reserved":{"N":"0"},"sold":{"N":"%d"}}}"""
                        .formatted(stock.get(sku), sold.getOrDefault(sku, 0)));
            }
            default -> send(exchange, 400, "{}");
        }
    }

    private String product(String id) {
        return "{\"id\":\"%s\",\"price\":1599.99,\"stock\":%d}".formatted(id, stock.get(id));
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, "{\"success\":false,\"error\":{\"code\":\"%s\"}}".formatted(code));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
