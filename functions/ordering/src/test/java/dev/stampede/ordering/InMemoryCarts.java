package dev.stampede.ordering;

import dev.stampede.model.Cart;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.PlacedOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Carts as the table keeps them; counts its calls, and lets others in between them.
final class InMemoryCarts implements Carts {

    private final Map<CartId, Cart> carts = new HashMap<>();
    private final Map<CartId, Map<String, PlacedOrder>> marks = new HashMap<>();
    private int stamp;
    int calls;
    /// What somebody else does just before the next claim.
    Runnable beforeClaim = () -> {};
    /// What somebody else does just before the order gets its lines.
    Runnable beforeOrdered = () -> {};

    /// Puts units into a line, as the cart's own functions do.
    void put(CartId id, String sku, int quantity, Instant now) {
        Cart cart = cart(id);
        CartLine line = cart.line(sku)
                .map(there -> there.withQuantity(there.quantity() + quantity))
                .orElseGet(() -> new CartLine(sku, quantity, Money.ofMinor(1), now, id.keptUntil(now), Set.of()));
        String next = cart.line(sku).isPresent() ? cart.stamp().orElseThrow() : nextStamp();
        Cart with = cart.with(line);
        carts.put(id, new Cart(id, with.lines(), Optional.of(next), with.beingOrdered()));
    }

    void remove(CartId id, String sku) {
        carts.put(id, cart(id).without(sku));
    }

    Map<String, Integer> units(CartId id) {
        Map<String, Integer> units = new HashMap<>();
        cart(id).lines().forEach(line -> units.put(line.sku(), line.quantity()));
        return units;
    }

    @Override
    public Read read(CartId id, Instant now) {
        calls++;
        Cart cart = cart(id);
        return new Read(
                new Cart(id, cart.lines().stream().filter(line -> line.expiresAt().isAfter(now)).toList(), cart.stamp(),
                        cart.beingOrdered()),
                Map.copyOf(marks.getOrDefault(id, Map.of())));
    }

    @Override
    public boolean claim(Cart seen, PlacedOrder placed, Instant now) {
        calls++;
        Runnable others = beforeClaim;
        beforeClaim = () -> {};
        others.run();
        Cart cart = cart(seen.id());
        if (cart.beingOrdered().isPresent() || !cart.stamp().equals(seen.stamp())) {
            return false;
        }
        carts.put(seen.id(), new Cart(seen.id(), cart.lines(), Optional.of(nextStamp()), Optional.of(placed)));
        return true;
    }

    @Override
    public boolean ordered(Cart seen, PlacedOrder placed, Instant now) {
        calls++;
        Runnable others = beforeOrdered;
        beforeOrdered = () -> {};
        others.run();
        Cart cart = cart(seen.id());
        boolean asSeen = cart.beingOrdered().filter(placed::equals).isPresent()
                && placed.lines().stream().allMatch(line -> seen.line(line.sku())
                        .map(there -> cart.line(line.sku()).filter(it -> it.quantity() == there.quantity()).isPresent())
                        .orElse(true));
        if (!asSeen) {
            return false;
        }
        Cart left = cart;
        for (var line : placed.lines()) {
            Optional<CartLine> there = seen.line(line.sku());
            if (there.isPresent()) {
                int units = there.get().quantity() - line.quantity();
                left = units > 0 ? left.with(there.get().withQuantity(units)) : left.without(line.sku());
            }
        }
        marks.computeIfAbsent(seen.id(), _ -> new HashMap<>()).put(placed.orderId(), placed);
        carts.put(seen.id(), new Cart(seen.id(), left.lines(), Optional.of(nextStamp()), Optional.empty()));
        return true;
    }

    /// As if the time of the marks were over.
    void forgetMarks() {
        marks.clear();
    }

    private Cart cart(CartId id) {
        return carts.getOrDefault(id, new Cart(id, List.of(), Optional.empty(), Optional.empty()));
    }

    private String nextStamp() {
        return "stamp-" + stamp++;
    }
}
