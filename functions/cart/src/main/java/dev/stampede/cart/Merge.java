package dev.stampede.cart;

import dev.stampede.model.Cart;
import dev.stampede.model.CartLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What of a guest's cart goes into a customer's, and what finds no room there.
///
/// @param from the guest's cart, as it was read
/// @param into the customer's, as it was read
public record Merge(Cart from, Cart into, List<Move> moves, List<Left> left) {

    enum Reason {
        CART_LIMIT, BEING_ORDERED
    }

    /// @param line  of the guest's cart, as it was read
    /// @param there the line of the customer's cart that the units join, as it was read
    public record Move(CartLine line, int units, Optional<CartLine> there) {

        /// Units that stay in the guest's cart.
        public int left() {
            return line.quantity() - units;
        }
    }

    record Left(CartLine line, int quantity, Reason reason) {}

    static Merge of(Cart from, Cart into) {
        if (from.beingOrdered().isPresent()) {
            // Whether these lines are still to be had is decided by the order that takes them.
            return new Merge(from, into, List.of(), from.lines().stream()
                    .map(line -> new Left(line, line.quantity(), Reason.BEING_ORDERED))
                    .toList());
        }
        List<Move> moves = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        int lines = into.lines().size();
        for (CartLine line : from.lines()) {
            Optional<CartLine> there = into.line(line.sku());
            boolean fits = there.isPresent() || lines < Cart.MAX_LINES;
            int room = there.map(CartLine::room).orElse(line.quantity());
            int units = fits ? Math.min(room, line.quantity()) : 0;
            if (units > 0) {
                moves.add(new Move(line, units, there));
                lines += there.isPresent() ? 0 : 1;
            }
            if (units < line.quantity()) {
                left.add(new Left(line, line.quantity() - units, Reason.CART_LIMIT));
            }
        }
        return new Merge(from, into, moves, left);
    }

    /// Keys of the guest's lines that leave their cart.
    public Set<String> emptied() {
        return keys(move -> move.left() == 0);
    }

    /// Keys of units that join a line which keeps its own.
    public Set<String> joining() {
        return keys(move -> move.there().isPresent());
    }

    private Set<String> keys(Predicate<Move> which) {
        return moves.stream()
                .filter(which)
                .flatMap(move -> move.line().keys().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The customer's line as it is after a move.
    public CartLine joined(Move move, Instant now) {
        Instant until = into.id().keptUntil(now);
        return move.there()
                .map(there -> there.withQuantity(there.quantity() + move.units()))
                .orElseGet(() -> move.line().withQuantity(move.units()))
                .keptUntil(until);
    }

    /// The customer's cart as it is afterwards.
    Cart merged(Instant now) {
        Cart merged = into;
        for (Move move : moves) {
            merged = merged.with(joined(move, now));
        }
        return merged;
    }
}
