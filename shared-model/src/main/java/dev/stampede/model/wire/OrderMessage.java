package dev.stampede.model.wire;

import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import java.util.regex.Pattern;

/// An accepted order as it waits in its queue. What comes out is checked for all that a table would refuse: a key that is empty
/// fails the whole read or transaction it is part of, and the orders beside it too.
public final class OrderMessage {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MAX_EMAIL = 254;

    private OrderMessage() {}

    public static String write(PlacedOrder placed) {
        return Json.write(OrderJson.toTree(placed));
    }

    /// @throws RuntimeException where the body is no order
    public static PlacedOrder read(String body) {
        PlacedOrder placed = OrderJson.placedFrom(Json.readObject(body));
        if (placed.orderId().isBlank() || placed.orderId().length() > 64) {
            throw new IllegalArgumentException("an order without a proper id");
        }
        if (placed.customer().email().filter(email -> email.isBlank() || email.length() > MAX_EMAIL).isPresent()) {
            throw new IllegalArgumentException("an order with an address that no index takes");
        }
        for (OrderLine line : placed.lines()) {
            boolean named = NAME.matcher(line.sku()).matches()
                    && line.sale().stream().allMatch(sale -> NAME.matcher(sale.id()).matches());
            if (!named || line.unitPrice().minorUnits() <= 0) {
                throw new IllegalArgumentException("an order with a line that cannot be sold");
            }
        }
        // An amount that does not fit, or an unknown currency, would fail in every function after this one.
        placed.totals().total().toDecimal();
        return placed;
    }
}
