package dev.stampede.cart;

import dev.stampede.model.Cart;
import dev.stampede.model.CartAddition;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.PlacedOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Carts as the table keeps them, with what has expired still in it; counts its calls.
final class InMemoryCarts implements Carts {

    private record Name(CartId cart, String sku) {}

    private final Map<Name, CartLine> lines = new HashMap<>();
    private final Map<CartId, Set<String>> gone = new HashMap<>();
    private final Map<CartId, String> stamps = new HashMap<>();
    private final Map<CartId, PlacedOrder> beingOrdered = new HashMap<>();
    private int stamp;
    int calls;
    int renewals;
    /// What somebody else does just before the next write.
    Runnable meanwhile = () -> {};

    void order(CartId id, PlacedOrder placed) {
        beingOrdered.put(id, placed);
    }

    @Override
    public synchronized Cart read(CartId id, Instant now) {
        calls++;
        return new Cart(
                id,
                lines.entrySet().stream()
                        .filter(entry -> entry.getKey().cart().equals(id))
                        .map(Map.Entry::getValue)
                        .filter(line -> line.expiresAt().getEpochSecond() > now.getEpochSecond())
                        .toList(),
                Optional.ofNullable(stamps.get(id)),
                Optional.ofNullable(beingOrdered.get(id)),
                gone.getOrDefault(id, Set.of()));
    }

    @Override
    public synchronized Optional<CartLine> raise(
            CartId id, CartLine seen, CartAddition wanted, Money price, Instant now) {
        begin();
        CartLine there = live(id, wanted.sku(), now);
        if (there == null || !there.addedAt().equals(seen.addedAt()) || there.room() < wanted.quantity()
                || wanted.isKnown(there.keys())) {
            return Optional.empty();
        }
        Set<String> keys = new HashSet<>(there.keys());
        keys.addAll(wanted.marks());
        return keep(id, new CartLine(there.sku(), there.quantity() + wanted.quantity(), price, there.addedAt(),
                id.keptUntil(now), keys));
    }

    @Override
    public synchronized boolean put(Cart seen, CartLine line, Instant now) {
        begin();
        if (!isAsSeen(seen) || live(seen.id(), line.sku(), now) != null) {
            return false;
        }
        keep(seen.id(), line);
        restamp(seen.id());
        return true;
    }

    @Override
    public synchronized Optional<CartLine> set(CartId id, String sku, int quantity, Instant now) {
        begin();
        CartLine there = live(id, sku, now);
        return there == null
                ? Optional.empty()
                : keep(id, there.withQuantity(quantity).keptUntil(id.keptUntil(now)));
    }

    @Override
    public synchronized boolean remove(Cart seen, CartLine line, Instant now) {
        begin();
        if (!hasUnits(seen.id(), Optional.of(line), line.sku(), now)) {
            return false;
        }
        lines.remove(new Name(seen.id(), line.sku()));
        forget(seen.id(), line.keys());
        return true;
    }

    @Override
    public synchronized boolean move(Merge merge, Instant now) {
        begin();
        CartId from = merge.from().id();
        CartId into = merge.into().id();
        boolean asSeen = isAsSeen(merge.from()) && isAsSeen(merge.into()) && !beingOrdered.containsKey(from)
                && merge.moves().stream()
                        .allMatch(move -> hasUnits(from, Optional.of(move.line()), move.line().sku(), now)
                                && hasUnits(into, move.there(), move.line().sku(), now));
        if (!asSeen) {
            return false;
        }
        for (Merge.Move move : merge.moves()) {
            keep(into, merge.joined(move, now));
            if (move.left() == 0) {
                lines.remove(new Name(from, move.line().sku()));
            } else {
                keep(from, move.line().withQuantity(move.left()).keptUntil(from.keptUntil(now)));
            }
        }
        forget(from, merge.emptied());
        forget(into, merge.joining());
        restamp(from);
        restamp(into);
        return true;
    }

    @Override
    public synchronized void renew(Cart cart, List<CartLine> due, Instant now) {
        begin();
        renewals++;
        if (due.stream().allMatch(line -> lines.containsKey(new Name(cart.id(), line.sku())))) {
            due.forEach(line -> keep(cart.id(),
                    lines.get(new Name(cart.id(), line.sku())).keptUntil(cart.id().keptUntil(now))));
        }
    }

    private void begin() {
        calls++;
        Runnable first = meanwhile;
        meanwhile = () -> {};
        first.run();
    }

    private void forget(CartId id, Set<String> keys) {
        gone.computeIfAbsent(id, _ -> new HashSet<>()).addAll(keys);
    }

    private boolean isAsSeen(Cart seen) {
        return Optional.ofNullable(stamps.get(seen.id())).equals(seen.stamp());
    }

    private boolean hasUnits(CartId id, Optional<CartLine> seen, String sku, Instant now) {
        CartLine there = live(id, sku, now);
        return seen.map(line -> there != null && there.quantity() == line.quantity()).orElse(there == null);
    }

    private CartLine live(CartId id, String sku, Instant now) {
        CartLine line = lines.get(new Name(id, sku));
        return line != null && line.expiresAt().getEpochSecond() > now.getEpochSecond() ? line : null;
    }

    private Optional<CartLine> keep(CartId id, CartLine line) {
        lines.put(new Name(id, line.sku()), line);
        return Optional.of(line);
    }

    private void restamp(CartId id) {
        stamps.put(id, "stamp-" + stamp++);
    }
}
