package dev.stampede.cart;

import dev.stampede.lambda.Caller;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.AddressToken;
import dev.stampede.model.Cart;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.OrderLine;
import dev.stampede.model.Totals;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A cart as its holder sees it, with decimal amounts. Its totals are those of an order that would be placed now, of
/// what can be ordered at all.
final class CartView {

    private CartView() {}

    static Map<String, Object> of(ShownCart shown) {
        Cart cart = shown.cart();
        Totals totals = Totals.of(cart.lines().stream().flatMap(line -> orderLine(line, shown).stream()).toList());
        return Json.object(
                "cartId", cart.id().value(),
                "items", cart.lines().stream().map(line -> line(line, shown)).toList(),
                "itemCount", cart.lines().stream().mapToInt(CartLine::quantity).sum(),
                "subtotal", totals.subtotal().toDecimal(),
                "tax", totals.tax().toDecimal(),
                "totalAmount", totals.total().toDecimal(),
                "currency", totals.total().currency(),
                "expiresAt", cart.lines().stream()
                        .map(CartLine::expiresAt)
                        .min(Instant::compareTo)
                        .map(Timestamps::format)
                        .orElse(null));
    }

    /// One's own, which nobody else gets the token of.
    static Map<String, Object> of(ShownCart shown, SigningKey tokenKey) {
        Map<String, Object> view = of(shown);
        view.put("cartToken", shown.cart().id().token(tokenKey.secret()));
        return view;
    }

    /// With what shows that the customer's address is theirs, to be sent along with an order.
    static Map<String, Object> own(ShownCart shown, Caller caller, SigningKey tokenKey) {
        Map<String, Object> view = of(shown, tokenKey);
        view.put("addressToken", caller.verifiedEmail()
                .map(address -> AddressToken.of(address, shown.now(), tokenKey.secret()))
                .orElse(null));
        return view;
    }

    static Map<String, Object> merged(ShownCart shown, List<Merge.Left> left, Caller caller, SigningKey tokenKey) {
        Map<String, Object> view = own(shown, caller, tokenKey);
        view.put("notMerged", left.stream()
                .map(it -> Json.object(
                        "itemId", it.line().sku(), "quantity", it.quantity(), "reason", it.reason().name()))
                .toList());
        return view;
    }

    private static Optional<OrderLine> orderLine(CartLine line, ShownCart shown) {
        return Optional.ofNullable(shown.offers().get(line.sku()))
                .filter(offer -> offer.isForSale(shown.now()))
                .map(offer -> offer.orderLine(line.quantity(), shown.now()));
    }

    private static Map<String, Object> line(CartLine line, ShownCart shown) {
        Offer offer = shown.offers().get(line.sku());
        return offer == null ? gone(line) : line(line, offer, shown.now());
    }

    private static Map<String, Object> line(CartLine line, Offer offer, Instant now) {
        OrderLine ordered = offer.orderLine(line.quantity(), now);
        Map<String, Object> view = line(line, offer.product().name(), offer.product().image(), ordered.unitPrice(),
                offer.available(now), ordered.limitPerCustomer().orElse(null),
                Problem.of(line, offer, now).map(Enum::name).orElse(null));
        offer.product().upcomingSale(now)
                .ifPresent(sale -> view.put("saleStartsAt", Timestamps.format(sale.startsAt())));
        return view;
    }

    /// Its price is the last that was heard of.
    private static Map<String, Object> gone(CartLine line) {
        return line(line, line.sku(), null, line.priceWhenAdded(), 0, null, Problem.NOT_FOR_SALE.name());
    }

    private static Map<String, Object> line(
            CartLine line, String name, @Nullable String image, Money price, long available,
            @Nullable Integer limit, @Nullable String problem) {
        return Json.object(
                "itemId", line.sku(),
                "productId", line.sku(),
                "name", name,
                "image", image,
                "quantity", line.quantity(),
                "price", price.toDecimal(),
                "priceWhenAdded", line.priceWhenAdded().toDecimal(),
                "lineTotal", price.times(line.quantity()).toDecimal(),
                "available", available,
                "limitPerCustomer", limit,
                "problem", problem);
    }
}
