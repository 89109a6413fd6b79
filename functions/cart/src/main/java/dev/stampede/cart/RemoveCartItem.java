package dev.stampede.cart;

import dev.stampede.model.CartId;
import dev.stampede.model.Sku;
import java.time.InstantSource;

/// Takes a line out of a cart. What is not there is out already.
public final class RemoveCartItem {

    private final Carts carts;
    private final ShowCart showCart;

    public RemoveCartItem(Carts carts, Shelf shelf, InstantSource clock) {
        this.carts = carts;
        this.showCart = new ShowCart(carts, shelf, clock);
    }

    ShownCart remove(CartId id, String sku) {
        // Anything else could be the name of something that is no line.
        if (Sku.isValid(sku)) {
            carts.remove(id, sku);
        }
        return showCart.show(id);
    }
}
