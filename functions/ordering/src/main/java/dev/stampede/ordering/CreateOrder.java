package dev.stampede.ordering;

import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.ordering.OrderRequest.Line;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accepts an order at the catalogue's prices and sends it to be recorded: an order that was accepted is in the queue.
public final class CreateOrder {

    sealed interface Result {
        record Accepted(PlacedOrder placed) implements Result {}

        /// The same request as before. The status is PENDING until the order is recorded.
        record Replayed(PlacedOrder placed, OrderStatus status) implements Result {}

        /// The key named another order before.
        record KeyReused() implements Result {}

        record NotForSale(List<Detail> details) implements Result {}

        record PriceChanged(List<Detail> details) implements Result {}

        record SoldOut(List<Detail> details) implements Result {}
    }

    private static final int REMEMBERED = 4096;

    private final Offers offers;
    private final RecordedOrders recordedOrders;
    private final OrderQueue queue;
    private final InstantSource clock;
    private final AcceptedOrders accepted = new AcceptedOrders(REMEMBERED);

    public CreateOrder(Offers offers, RecordedOrders recordedOrders, OrderQueue queue, InstantSource clock) {
        this.offers = offers;
        this.recordedOrders = recordedOrders;
        this.queue = queue;
        this.clock = clock;
    }

    Result create(OrderRequest request, IdempotencyKey key, String traceparent) {
        String orderId = key.orderId();
        String fingerprint = request.fingerprint();
        // The replay comes first: its order stands, whatever the price or the stock has become since.
        return earlier(orderId, key)
                .<Result>map(before ->
                        before.placed().fingerprint().equals(fingerprint) ? before : new Result.KeyReused())
                .orElseGet(() -> accept(request, orderId, fingerprint, traceparent));
    }

    private Optional<Result.Replayed> earlier(String orderId, IdempotencyKey key) {
        if (key.fresh()) {
            return Optional.empty();
        }
        return accepted.find(orderId)
                .map(placed -> new Result.Replayed(placed, OrderStatus.PENDING))
                .or(() -> recordedOrders.find(orderId).map(CreateOrder::replayed));
    }

    private static Result.Replayed replayed(Order order) {
        return new Result.Replayed(order.placed(), order.status());
    }

    private Result accept(OrderRequest request, String orderId, String fingerprint, String traceparent) {
        Map<String, Offer> found = offers.find(request.lines().stream().map(Line::sku).toList());
        Optional<Result> refusal = refusal(request, found);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        // Milliseconds are what the wire and the table keep; a replay must show the very same time.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<OrderLine> lines = request.lines().stream().map(line -> priced(line, found.get(line.sku()))).toList();
        PlacedOrder placed = new PlacedOrder(
                orderId, request.customer(), lines, request.paymentToken(), fingerprint, traceparent, now);
        queue.send(placed);
        accepted.add(placed);
        return new Result.Accepted(placed);
    }

    private static OrderLine priced(Line line, Offer offer) {
        return new OrderLine(line.sku(), offer.product().name(), offer.product().price(), line.quantity());
    }

    private static Optional<Result> refusal(OrderRequest request, Map<String, Offer> found) {
        List<Detail> unknown = new ArrayList<>();
        List<Detail> soldOut = new ArrayList<>();
        List<Detail> changed = new ArrayList<>();
        for (Line line : request.lines()) {
            Offer offer = found.get(line.sku());
            if (offer == null) {
                unknown.add(new Detail(line.field(), "PRODUCT_NOT_FOUND", "there is no product " + line.sku()));
                continue;
            }
            if (offer.isSoldOut()) {
                soldOut.add(new Detail(line.field(), "SOLD_OUT", line.sku() + " is sold out"));
            }
            Money price = offer.product().price();
            if (line.clientPrice().filter(shown -> !shown.equals(price)).isPresent()) {
                changed.add(new Detail(line.field() + ".price", "PRICE_CHANGED", "the price is now " + price));
            }
        }
        if (!unknown.isEmpty()) {
            return Optional.of(new Result.NotForSale(unknown));
        }
        if (!soldOut.isEmpty()) {
            return Optional.of(new Result.SoldOut(soldOut));
        }
        return changed.isEmpty() ? Optional.empty() : Optional.of(new Result.PriceChanged(changed));
    }
}
