package dev.stampede.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody means to buy, as it was read. A cart that was never filled is an empty one.
///
/// @param lines        in the sequence in which they were put in
/// @param stamp        another one after every line that came in, and whenever lines left for an order or another cart:
///                     while it is the same, no line has come in, and none was ordered
/// @param beingOrdered an order that takes these lines and may be sent already
/// @param gone         marks of requests whose units have left the cart again, so that none of them puts them in anew
public record Cart(
        CartId id, List<CartLine> lines, Optional<String> stamp, Optional<PlacedOrder> beingOrdered, Set<String> gone) {

    public static final int MAX_LINES = PlacedOrder.MAX_LINES;

    /// Using a cart renews what has lost this part of its time: a write now and then, not one with every look.
    private static final int RENEWED_AFTER = 8;

    public Cart {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(beingOrdered, "beingOrdered");
        gone = Set.copyOf(gone);
        lines = lines.stream()
                .sorted(Comparator.comparing(CartLine::addedAt).thenComparing(CartLine::sku))
                .toList();
    }

    /// A cart that nothing has left.
    public Cart(CartId id, List<CartLine> lines, Optional<String> stamp, Optional<PlacedOrder> beingOrdered) {
        this(id, lines, stamp, beingOrdered, Set.of());
    }

    public Optional<CartLine> line(String sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    /// What is kept of the requests that put units in, whether these are still here or not.
    public Set<String> keys() {
        return Stream.concat(gone.stream(), lines.stream().flatMap(line -> line.keys().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isFull() {
        return lines.size() >= MAX_LINES;
    }

    /// The lines to be kept longer because the cart is used now.
    public List<CartLine> due(Instant now) {
        Duration kept = id.kept();
        Instant enough = now.plus(kept.minus(kept.dividedBy(RENEWED_AFTER)));
        return lines.stream().filter(line -> line.expiresAt().isBefore(enough)).toList();
    }

    /// With this line in the place of what there is of its SKU.
    public Cart with(CartLine line) {
        List<CartLine> all = Stream.concat(without(line.sku()).lines.stream(), Stream.of(line)).toList();
        return new Cart(id, all, stamp, beingOrdered, gone);
    }

    public Cart without(String sku) {
        return new Cart(id, lines.stream().filter(line -> !line.sku().equals(sku)).toList(), stamp, beingOrdered, gone);
    }
}
