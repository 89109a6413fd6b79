package dev.stampede.cart;

import dev.stampede.lambda.Backoff;
import dev.stampede.model.Cart;
import dev.stampede.model.CartAddition;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Puts units of a product into a cart, beside those that others put in at the same moment; once for each key.
public final class AddCartItem {

    sealed interface Result {
        /// Also where the same request had put them in before.
        record Added(ShownCart shown) implements Result {}

        /// The key put something else in before.
        record KeyReused() implements Result {}

        record NoSuchProduct() implements Result {}

        /// @param room how many more units of the product there is room for
        record TooMany(int room) implements Result {}

        record TooManyLines() implements Result {}

        /// Others changed the cart each time in between.
        record Busy() implements Result {}
    }

    private final Carts carts;
    private final Offers offers;
    private final ShowCart showCart;
    private final Backoff backoff;
    private final InstantSource clock;

    public AddCartItem(Carts carts, Offers offers, Backoff backoff, InstantSource clock) {
        this.carts = carts;
        this.offers = offers;
        this.showCart = new ShowCart(carts, offers, clock);
        this.backoff = backoff;
        this.clock = clock;
    }

    Result add(CartId id, CartAddition wanted) {
        return Tries.of(backoff, () -> tryOnce(id, wanted)).orElseGet(Result.Busy::new);
    }

    /// Empty where the cart had become another one.
    private Optional<Result> tryOnce(CartId id, CartAddition wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Cart seen = carts.read(id, now);
        Optional<CartLine> line = seen.line(wanted.sku());
        Map<String, Offer> found = offers.find(
                Stream.concat(seen.lines().stream().map(CartLine::sku), Stream.of(wanted.sku())).distinct().toList());
        // Whatever became of the units since: taken out, ordered or moved, they do not come back by themselves.
        Set<String> kept = seen.keys();
        if (wanted.contradicts(kept)) {
            return Optional.of(new Result.KeyReused());
        }
        if (wanted.isKnown(kept)) {
            return Optional.of(new Result.Added(showCart.show(seen, found, now)));
        }
        if (!found.containsKey(wanted.sku())) {
            return Optional.of(new Result.NoSuchProduct());
        }
        if (line.filter(it -> it.room() < wanted.quantity()).isPresent()) {
            return Optional.of(new Result.TooMany(line.get().room()));
        }
        if (line.isEmpty() && seen.isFull()) {
            return Optional.of(new Result.TooManyLines());
        }
        Money price = found.get(wanted.sku()).price(now);
        return line.map(it -> carts.raise(id, it, wanted, price, now))
                .orElseGet(() -> put(seen, wanted, price, now))
                .map(after -> new Result.Added(showCart.show(seen.with(after), found, now)));
    }

    private Optional<CartLine> put(Cart seen, CartAddition wanted, Money price, Instant now) {
        CartLine line = new CartLine(
                wanted.sku(), wanted.quantity(), price, now, seen.id().keptUntil(now), wanted.marks());
        return carts.put(seen, line, now) ? Optional.of(line) : Optional.empty();
    }
}
