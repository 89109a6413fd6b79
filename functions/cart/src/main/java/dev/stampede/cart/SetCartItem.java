package dev.stampede.cart;

import dev.stampede.model.CartId;
import dev.stampede.model.Offers;
import dev.stampede.model.Sku;
import java.time.InstantSource;

/// Changes how many units of a line there are.
public final class SetCartItem {

    sealed interface Result {
        record Changed(ShownCart shown) implements Result {}

        record NoSuchItem() implements Result {}
    }

    private final Carts carts;
    private final ShowCart showCart;
    private final InstantSource clock;

    public SetCartItem(Carts carts, Offers offers, InstantSource clock) {
        this.carts = carts;
        this.showCart = new ShowCart(carts, offers, clock);
        this.clock = clock;
    }

    Result set(CartId id, String sku, int quantity) {
        // Anything else could be the name of something that is no line.
        if (!Sku.isValid(sku) || carts.set(id, sku, quantity, clock.instant()).isEmpty()) {
            return new Result.NoSuchItem();
        }
        return new Result.Changed(showCart.show(id));
    }
}
