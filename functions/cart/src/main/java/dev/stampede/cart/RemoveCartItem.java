package dev.stampede.cart;

import dev.stampede.lambda.Backoff;
import dev.stampede.model.Cart;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Offers;
import dev.stampede.model.Sku;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Takes a line out of a cart, and none of the requests that put it in brings it back. What is not there is out
/// already.
public final class RemoveCartItem {

    sealed interface Result {
        record Removed(ShownCart shown) implements Result {}

        /// Others changed the line each time in between.
        record Busy() implements Result {}
    }

    private final Carts carts;
    private final ShowCart showCart;
    private final Backoff backoff;
    private final InstantSource clock;

    public RemoveCartItem(Carts carts, Offers offers, Backoff backoff, InstantSource clock) {
        this.carts = carts;
        this.showCart = new ShowCart(carts, offers, clock);
        this.backoff = backoff;
        this.clock = clock;
    }

    Result remove(CartId id, String sku) {
        return Tries.of(backoff, () -> tryOnce(id, sku)).orElseGet(Result.Busy::new);
    }

    /// Empty where the line had become another one.
    private Optional<Result> tryOnce(CartId id, String sku) {
        Instant now = clock.instant();
        Cart seen = carts.read(id, now);
        // Anything else could be the name of something that is no line.
        Optional<CartLine> line = Sku.isValid(sku) ? seen.line(sku) : Optional.empty();
        return line.isEmpty() || carts.remove(seen, line.get(), now)
                ? Optional.of(new Result.Removed(showCart.show(seen.without(sku), now)))
                : Optional.empty();
    }
}
