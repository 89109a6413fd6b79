package dev.stampede.cart;

import dev.stampede.lambda.Backoff;
import dev.stampede.model.CartId;
import dev.stampede.model.Offers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Moves a guest's lines into the customer's cart: each unit once, however often and by however many at once it is
/// asked for, for what has been moved is not there any more.
public final class MergeCart {

    sealed interface Result {
        /// @param left what stays in the guest's cart
        record Merged(ShownCart shown, List<Merge.Left> left) implements Result {}

        /// Others changed one of the carts each time in between.
        record Busy() implements Result {}
    }

    private final Carts carts;
    private final ShowCart showCart;
    private final Backoff backoff;
    private final InstantSource clock;

    public MergeCart(Carts carts, Offers offers, Backoff backoff, InstantSource clock) {
        this.carts = carts;
        this.showCart = new ShowCart(carts, offers, clock);
        this.backoff = backoff;
        this.clock = clock;
    }

    Result merge(CartId guests, CartId own) {
        if (guests.equals(own)) {
            return new Result.Merged(showCart.show(own), List.of());
        }
        return Tries.of(backoff, () -> tryOnce(guests, own)).orElseGet(Result.Busy::new);
    }

    /// Empty where one of the carts had become another one.
    private Optional<Result> tryOnce(CartId guests, CartId own) {
        Instant now = clock.instant();
        Merge merge = Merge.of(carts.read(guests, now), carts.read(own, now));
        return merge.moves().isEmpty() || carts.move(merge, now)
                ? Optional.of(new Result.Merged(showCart.show(merge.merged(now), now), merge.left()))
                : Optional.empty();
    }
}
