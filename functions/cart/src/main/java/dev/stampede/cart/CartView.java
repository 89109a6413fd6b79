package dev.stampede.cart;

import dev.stampede.lambda.Caller;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.AddressToken;
import dev.stampede.model.Cart;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.Obstacle;
import dev.stampede.model.Obstacle.Wish;
import dev.stampede.model.Offer;
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
                .filter(offer -> offer.product().upcomingSale(shown.now()).isEmpty())
                .map(offer -> offer.orderLine(line.quantity(), shown.now()));
    }

    private static Map<String, Object> line(CartLine line, ShownCart shown) {
        Offer offer = shown.offers().get(line.sku());
        return offer == null ? gone(line, shown.now()) : line(line, offer, shown.now());
    }

    private static Map<String, Object> line(CartLine line, Offer offer, Instant now) {
        OrderLine ordered = offer.orderLine(line.quantity(), now);
        Map<String, Object> view = line(line, offer.product().name(), offer.product().image(), ordered.unitPrice(),
                offer.units(now), ordered.limitPerCustomer().orElse(null), problem(line, Optional.of(offer), now));
        offer.product().upcomingSale(now)
                .ifPresent(sale -> view.put("saleStartsAt", Timestamps.format(sale.startsAt())));
        return view;
    }

    /// What an order of the line would be refused for first, or null. Whom it would be for is not known yet.
    private static @Nullable String problem(CartLine line, Optional<Offer> offer, Instant now) {
        Wish wish = new Wish(line.quantity(), Optional.of(line.priceWhenAdded()), true);
        return Obstacle.of(wish, offer, now).stream().findFirst().map(CartView::problem).orElse(null);
    }

    private static String problem(Obstacle obstacle) {
        return switch (obstacle) {
            // When its sale starts is told beside it.
            case NOT_FOR_SALE, NOT_STARTED -> "NOT_FOR_SALE";
            case SOLD_OUT -> "SOLD_OUT";
            case LIMIT_REACHED -> "LIMIT_REACHED";
            case NOT_ENOUGH -> "NOT_ENOUGH";
            case PRICE_CHANGED -> "PRICE_CHANGED";
            case ADDRESS_REQUIRED -> throw new IllegalArgumentException("a cart asks for no address");
        };
    }

    /// Its price is the last that was heard of.
    private static Map<String, Object> gone(CartLine line, Instant now) {
        return line(line, line.sku(), null, line.priceWhenAdded(), 0, null, problem(line, Optional.empty(), now));
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
