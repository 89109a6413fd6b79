package dev.stampede.cart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.CartId;
import dev.stampede.model.Money;
import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// The cart's functions over carts and a shelf in memory, asked as API Gateway asks them.
final class Shop implements Offers {

    static final SigningKey KEY = () -> "a secret of thirty-two characters".getBytes(UTF_8);

    final SteppedClock clock = new SteppedClock();
    final InMemoryCarts carts = new InMemoryCarts();
    final Map<String, Product> products = new HashMap<>();
    final Map<String, Stock> stock = new HashMap<>();
    /// By how many tries had failed before.
    final List<Integer> pauses = new ArrayList<>();
    int shelfReads;
    /// What is sent as a cart's token.
    Function<CartId, Optional<String>> tokens = id -> Optional.of(id.token(KEY.secret()));

    record Answer(int status, Map<String, Object> headers, JsonObject body) {

        JsonObject data() {
            return body.object("data");
        }

        List<JsonObject> items() {
            return data().objects("items");
        }

        JsonObject item(String sku) {
            return items().stream().filter(item -> item.string("itemId").equals(sku)).findFirst().orElseThrow();
        }

        String errorCode() {
            return body.object("error").string("code");
        }

        List<JsonObject> details() {
            return body.object("error").objects("details");
        }
    }

    Shop() {
        sell("gpu", 159_999, 50);
        sell("cable", 999, 7);
        sell("gone", 100, 0);
    }

    void sell(String sku, long price, long available) {
        sell(sku, price, available, Optional.empty(), Optional.empty());
    }

    void sell(String sku, long price, long available, Optional<Integer> limit, Optional<Sale> sale) {
        products.put(sku, new Product(sku, "The " + sku, Money.ofMinor(price), Optional.empty(), "", "c",
                "/images/" + sku + ".svg", limit, sale, 1));
        stock.put(sku, Stock.of(sku, available));
    }

    @Override
    public Map<String, Offer> find(Collection<String> skus) {
        shelfReads++;
        Map<String, Offer> found = new HashMap<>();
        skus.stream().filter(products::containsKey)
                .forEach(sku -> found.put(sku, new Offer(products.get(sku), stock.get(sku))));
        return found;
    }

    @Override
    public Map<String, Offer> findNow(Collection<String> skus) {
        throw new AssertionError("nobody is told of what speaks against a cart's line but by the moment before");
    }

    Answer newCart() {
        return send(new NewCartHandler(KEY, new Random(carts.hashCode())), Map.of(), Map.of(), Map.of(), "");
    }

    Answer get(CartId id) {
        return get(id.value(), tokens.apply(id));
    }

    Answer get(String id, Optional<String> token) {
        return send(new GetCartHandler(new ShowCart(carts, this, clock), KEY), Map.of("id", id), headers(token),
                Map.of(), "");
    }

    Answer getOwn(Map<String, String> claims) {
        return send(new GetOwnCartHandler(new ShowCart(carts, this, clock), KEY), Map.of(), Map.of(), claims, "");
    }

    Answer add(CartId id, String sku, int quantity, String... key) {
        Map<String, String> headers = headers(tokens.apply(id));
        if (key.length > 0) {
            headers.put("idempotency-key", key[0]);
        }
        return post(id, headers, Json.write(Json.object("productId", sku, "quantity", quantity)));
    }

    Answer post(CartId id, String body) {
        return post(id, headers(tokens.apply(id)), body);
    }

    private Answer post(CartId id, Map<String, String> headers, String body) {
        AddCartItem addCartItem = new AddCartItem(carts, this, pauses::add, clock);
        return send(new AddCartItemHandler(addCartItem, KEY, new Random()), Map.of("id", id.value()), headers, Map.of(),
                body);
    }

    Answer set(CartId id, String sku, String body) {
        return send(new SetCartItemHandler(new SetCartItem(carts, this, clock), KEY),
                Map.of("id", id.value(), "itemId", sku), headers(tokens.apply(id)), Map.of(), body);
    }

    Answer remove(CartId id, String sku) {
        return send(new RemoveCartItemHandler(new RemoveCartItem(carts, this, pauses::add, clock), KEY),
                Map.of("id", id.value(), "itemId", sku), headers(tokens.apply(id)), Map.of(), "");
    }

    Answer merge(CartId guests, Optional<String> token, Map<String, String> claims) {
        return send(new MergeCartHandler(new MergeCart(carts, this, pauses::add, clock), KEY),
                Map.of("id", guests.value()), headers(token), claims, "");
    }

    Answer merge(CartId guests, String subject) {
        return merge(guests, tokens.apply(guests), Map.of("sub", subject));
    }

    static CartId cartOf(String subject) {
        return CartId.ofCustomer(subject, KEY.secret());
    }

    private static Map<String, String> headers(Optional<String> token) {
        Map<String, String> headers = new LinkedHashMap<>();
        token.ifPresent(it -> headers.put("x-cart-token", it));
        return headers;
    }

    private static Answer send(RequestStreamHandler handler, Map<String, String> path, Map<String, String> headers,
            Map<String, String> claims, String body) {
        Map<String, Object> context = Json.object("http", Json.object("method", "POST", "path", "/cart"));
        if (!claims.isEmpty()) {
            context.put("authorizer", Json.object("jwt", Json.object("claims", claims)));
        }
        var out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(Json.write(Json.object("headers", headers,
                    "pathParameters", path, "body", body, "requestContext", context)).getBytes(UTF_8)), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonObject response = Json.readObject(out.toString(UTF_8));
        return new Answer(response.integer("statusCode"), response.object("headers").fields(),
                Json.readObject(response.string("body")));
    }
}
