package dev.stampede.cart;

import dev.stampede.model.Cart;
import dev.stampede.model.CartAddition;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The carts that are kept. Each write holds only while what it was decided on is so; otherwise it changes nothing and
/// says so, and the cart has to be read again.
public interface Carts {

    /// As it stands now, with everything that was written before. What has expired is not in it.
    Cart read(CartId id, Instant now);

    /// Puts more units into a line that there is.
    ///
    /// @return the line as it is then; empty where there is no room, no line, the key was there already, or a
    ///         transaction is at the line just now
    Optional<CartLine> raise(CartId id, CartLine seen, CartAddition wanted, Money price, Instant now);

    /// Puts in a line of a SKU that the cart has none of.
    ///
    /// @param seen the cart, not full
    /// @return whether no line had come in meanwhile
    boolean put(Cart seen, CartLine line, Instant now);

    /// @return the line as it is then; empty where there is none
    Optional<CartLine> set(CartId id, String sku, int quantity, Instant now);

    /// Takes a line out, and remembers its keys in the cart.
    ///
    /// @return whether it was as it was seen
    boolean remove(Cart seen, CartLine line, Instant now);

    /// Moves lines from one cart to another, all of them or none.
    ///
    /// @return whether both carts were as they were seen
    boolean move(Merge merge, Instant now);

    /// Keeps these lines for longer. Where somebody changes one of them just now they are not: that is using it too.
    void renew(Cart cart, List<CartLine> lines, Instant now);
}
