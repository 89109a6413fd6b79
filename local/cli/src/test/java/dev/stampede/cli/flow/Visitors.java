package dev.stampede.cli.flow;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.stampede.cli.flow.Shop.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Everybody who may knock at a route, and the things they have or have not.
///
/// The customer owns an order, a user and, where the shop has carts, a cart; the guest holds their tokens.
final class Visitors {

    /// In the order of the table's columns.
    enum Visitor {
        NOBODY, GUEST, OTHER_GUEST, OWNER, OTHER, ADMIN, EXPIRED, FOREIGN, UNSIGNED
    }

    private static final int ORDERS_AT_ONCE = 40;

    private final Shop shop;
    private final Set<String> routes;
    /// Placed together, so that they are recorded and paid in the same batches.
    private final Deque<Answer> orders = new ArrayDeque<>();
    private final String ownerEmail = "owner-" + UUID.randomUUID() + "@example.com";
    private final String sku;
    private final String owner;
    private final String other;
    private final String admin;
    private final Answer othersOrder;

    Visitors(Shop shop, Set<String> routes) {
        this.shop = shop;
        this.routes = routes;
        this.sku = shop.newProduct(1000);
        this.owner = shop.signUp(ownerEmail);
        this.other = shop.signUp("other-" + UUID.randomUUID() + "@example.com");
        this.admin = shop.signIn("admin@example.com", "Stampede-admin-1");
        this.othersOrder = shop.buy(sku, 1);
    }

    /// What one route is tried on.
    ///
    /// @param variables of its path
    /// @param own       the headers of who holds its tokens
    /// @param others    the same for somebody else's things
    record Things(Map<String, String> variables, List<String> own, List<String> others) {}

    /// Fresh ones for each route, so that what one does to them is not met by the next.
    Things things(String route) {
        Map<String, String> variables = new HashMap<>(Map.of("id", sku, "itemId", sku, "day", "2026-11-27"));
        if (route.contains("/orders/{id}")) {
            Answer order = confirmedOrder();
            variables.put("id", Shop.orderId(order));
            return new Things(variables, receipt(order), receipt(othersOrder));
        }
        if (route.contains("/categories/")) {
            variables.put("id", "graphics-cards");
        } else if (route.contains("/users/")) {
            variables.put("id", claims(owner).getSubject());
        } else if (route.contains("/products/")) {
            variables.put("id", shop.newProduct(10));
        } else if (route.matches(".* /(cart|checkout)/.*") && routes.contains("POST /cart")) {
            Answer cart = newCart();
            variables.put("id", cart.data().path("cartId").asText());
            variables.put("cartId", cart.data().path("cartId").asText());
            return new Things(variables, cartToken(cart), cartToken(newCart()));
        }
        return new Things(variables, List.of(), List.of());
    }

    List<String> headers(Visitor visitor, Things things) {
        return switch (visitor) {
            case NOBODY -> List.of();
            case GUEST -> things.own();
            case OTHER_GUEST -> things.others();
            case OWNER -> bearer(owner);
            case OTHER -> bearer(other);
            case ADMIN -> bearer(admin);
            case EXPIRED -> bearer(signed(new JWTClaimsSet.Builder(claims(admin))
                    .issueTime(Date.from(Instant.now().minusSeconds(7200)))
                    .expirationTime(Date.from(Instant.now().minusSeconds(3600))).build()));
            case FOREIGN -> bearer(signed(new JWTClaimsSet.Builder(claims(admin))
                    .issuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Another").build()));
            case UNSIGNED -> bearer(new PlainJWT(claims(admin)).serialize());
        };
    }

    private Answer confirmedOrder() {
        if (orders.isEmpty()) {
            for (int i = 0; i < ORDERS_AT_ONCE; i++) {
                orders.add(shop.order(sku, 1, ownerEmail, UUID.randomUUID().toString()));
            }
        }
        Answer order = orders.remove();
        shop.awaitStatus(order, "CONFIRMED");
        return order;
    }

    private Answer newCart() {
        Answer cart = shop.post("/api/cart", "{}");
        shop.post("/api/cart/" + cart.data().path("cartId").asText() + "/items",
                "{\"productId\":\"%s\",\"quantity\":1}".formatted(sku), cartToken(cart).toArray(String[]::new));
        return cart;
    }

    private static List<String> cartToken(Answer cart) {
        return List.of("X-Cart-Token", cart.data().path("cartToken").asText());
    }

    private static List<String> receipt(Answer order) {
        return List.of("X-Receipt-Token", order.data().get("receiptToken").asText());
    }

    private static List<String> bearer(String token) {
        return List.of("Authorization", "Bearer " + token);
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /// By the pool's own key: what is wrong with the token is nothing but its claims.
    private String signed(JWTClaimsSet claims) {
        try {
            RSAKey key = RSAKey.parse(Files.readString(shop.state().resolve("data/identity/signing-key.json")));
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
