package dev.stampede.ordering;

import dev.stampede.model.Obstacle;
import dev.stampede.model.Obstacle.Wish;
import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.RecordedOrders;
import dev.stampede.ordering.OrderRequest.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Accepts an order at the catalogue's prices and sends it to be recorded: an order that was accepted is in the queue.
public final class CreateOrder {

    sealed interface Result {
        record Accepted(PlacedOrder placed) implements Result {}

        /// The same request as before. The status is PENDING until the order is recorded.
        ///
        /// @param proven whether it is surely who sent the first, to whom the receipt is given again
        record Replayed(PlacedOrder placed, OrderStatus status, boolean proven) implements Result {}

        /// The key named another order before.
        record KeyReused() implements Result {}

        /// @param obstacle what speaks against it first
        /// @param lines    those that it concerns, at least one
        record Refused(Obstacle obstacle, List<RefusedLine> lines, Instant now) implements Result {}

        /// For one mailbox or from one place, in a quarter of an hour.
        record TooManyOrders(Duration pause) implements Result {}
    }

    /// A line and what is for sale in its place, where anything is.
    record RefusedLine(Line line, Optional<Offer> offer) {}

    private static final int REMEMBERED = 4096;

    private final CachedOffers offers;
    private final RecordedOrders recordedOrders;
    private final OrderQueue queue;
    private final OrderBrake brake;
    private final InstantSource clock;
    private final AcceptedOrders accepted = new AcceptedOrders(REMEMBERED);

    public CreateOrder(
            Offers offers, RecordedOrders recordedOrders, OrderQueue queue, OrderBrake brake, InstantSource clock) {
        this.offers = new CachedOffers(offers, clock);
        this.recordedOrders = recordedOrders;
        this.queue = queue;
        this.brake = brake;
        this.clock = clock;
    }

    /// @param place where the request comes from
    Result create(OrderRequest request, IdempotencyKey key, String place, String traceparent) {
        String orderId = key.orderId();
        String fingerprint = request.fingerprint();
        // The replay comes first: its order stands, whatever the price or the stock has become since.
        Optional<Result> earlier =
                key.fresh() ? Optional.empty() : earlier(orderId, fingerprint).map(result -> known(result, key));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Result offered = offer(request, orderId, fingerprint, traceparent);
        if (offered instanceof Result.Accepted(PlacedOrder placed)) {
            Optional<Result> refusal = brake(placed, place);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            try {
                send(placed);
            } catch (RuntimeException e) {
                uncount(placed, place);
                throw e;
            }
        }
        return offered;
    }

    private Result known(Result earlier, IdempotencyKey key) {
        return earlier instanceof Result.Replayed(var placed, var status, _)
                ? new Result.Replayed(placed, status, key.proves(placed.placedAt(), clock.instant()))
                : earlier;
    }

    /// What came of the order where it was placed before, for who has shown that it is theirs.
    Optional<Result> earlier(String orderId, String fingerprint) {
        // What is recorded comes first: what is remembered knows nothing of how the order went on.
        return recordedOrders.find(orderId)
                .map(CreateOrder::replayed)
                .or(() -> accepted.find(orderId)
                        .map(placed -> new Result.Replayed(placed, OrderStatus.PENDING, true)))
                .map(before -> before.placed().fingerprint().equals(fingerprint) ? before : new Result.KeyReused());
    }

    private static Result.Replayed replayed(Order order) {
        return new Result.Replayed(order.placed(), order.status(), true);
    }

    /// Accepts an order or says what speaks against it. Accepted it is once it has been sent. What contradicts the
    /// price that a shopper was shown is not told out of memory.
    Result offer(OrderRequest request, String orderId, String fingerprint, String traceparent) {
        Result offered = offer(request, orderId, fingerprint, traceparent, offers.find(request.skus()));
        return offered instanceof Result.Refused(Obstacle obstacle, _, _) && obstacle == Obstacle.PRICE_CHANGED
                ? offerNow(request, orderId, fingerprint, traceparent)
                : offered;
    }

    /// The same by what stands in the tables now.
    Result offerNow(OrderRequest request, String orderId, String fingerprint, String traceparent) {
        return offer(request, orderId, fingerprint, traceparent, offers.findNow(request.skus()));
    }

    private Result offer(OrderRequest request, String orderId, String fingerprint, String traceparent,
            Map<String, Offer> found) {
        // One moment decides on sale, price and limit, and is on record. Milliseconds are what the wire and the table
        // keep; a replay must show the very same time.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Result> refusal = refusal(request, found, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<OrderLine> lines = request.lines().stream()
                .map(line -> Objects.requireNonNull(found.get(line.sku())).product().orderLine(line.quantity(), now))
                .toList();
        return new Result.Accepted(new PlacedOrder(
                orderId, request.customer(), lines, request.paymentToken(), fingerprint, traceparent, now));
    }

    private static Optional<Result> refusal(OrderRequest request, Map<String, Offer> found, Instant now) {
        Map<Obstacle, List<RefusedLine>> refused = new EnumMap<>(Obstacle.class);
        for (Line line : request.lines()) {
            Optional<Offer> offer = Optional.ofNullable(found.get(line.sku()));
            Wish wish = new Wish(line.quantity(), line.clientPrice(), request.customer().email().isPresent());
            Obstacle.of(wish, offer, now).forEach(obstacle -> refused
                    .computeIfAbsent(obstacle, _ -> new ArrayList<>()).add(new RefusedLine(line, offer)));
        }
        // Units may come back until the order is recorded; whoever reserves them says whether they did.
        refused.remove(Obstacle.NOT_ENOUGH);
        return refused.entrySet().stream()
                .findFirst()
                .map(first -> new Result.Refused(first.getKey(), first.getValue(), now));
    }

    /// Counts an order that nothing else speaks against, for whoever was refused has ordered nothing.
    ///
    /// @return why it may not be sent after all
    Optional<Result> brake(PlacedOrder placed, String place) {
        return brake.refusal(placed, place).map(Result.TooManyOrders::new);
    }

    /// Takes the count back of an order that came to nothing, so that whoever tries again and again while a queue is out of
    /// order may still order when it is well.
    void uncount(PlacedOrder placed, String place) {
        brake.uncount(placed, place);
    }

    /// Sent twice it is recorded once.
    void send(PlacedOrder placed) {
        queue.send(placed);
        accepted.add(placed);
    }
}
