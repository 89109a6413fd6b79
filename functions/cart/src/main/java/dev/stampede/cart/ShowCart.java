package dev.stampede.cart;

import dev.stampede.model.Cart;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Shows a cart at the prices of the moment, and keeps it for longer because it is used.
public final class ShowCart {

    private final Carts carts;
    private final Offers offers;
    private final InstantSource clock;

    public ShowCart(Carts carts, Offers offers, InstantSource clock) {
        this.carts = carts;
        this.offers = offers;
        this.clock = clock;
    }

    ShownCart show(CartId id) {
        Instant now = clock.instant();
        return show(carts.read(id, now), now);
    }

    ShownCart show(Cart cart, Instant now) {
        List<String> skus = cart.lines().stream().map(CartLine::sku).toList();
        return show(cart, skus.isEmpty() ? Map.of() : offers.find(skus), now);
    }

    ShownCart show(Cart cart, Map<String, Offer> offers, Instant now) {
        return new ShownCart(used(cart, now), offers, now);
    }

    private Cart used(Cart cart, Instant now) {
        List<CartLine> due = cart.due(now);
        if (due.isEmpty()) {
            return cart;
        }
        carts.renew(cart, due, now);
        Cart renewed = cart;
        for (CartLine line : due) {
            renewed = renewed.with(line.keptUntil(cart.id().keptUntil(now)));
        }
        return renewed;
    }
}
