package dev.stampede.model;

import static dev.stampede.model.OrderStatus.CANCELLED;
import static dev.stampede.model.OrderStatus.CONFIRMED;
import static dev.stampede.model.OrderStatus.DELIVERED;
import static dev.stampede.model.OrderStatus.EXPIRED;
import static dev.stampede.model.OrderStatus.REFUNDED;
import static dev.stampede.model.OrderStatus.REJECTED;
import static dev.stampede.model.OrderStatus.RESERVED;
import static dev.stampede.model.OrderStatus.RETURNED;
import static dev.stampede.model.OrderStatus.RETURN_REQUESTED;
import static dev.stampede.model.OrderStatus.SHIPPED;

import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A recorded order. Transitions are pure: each answers the order after it, or empty where the order's state forbids
/// it.
///
/// `version` is that of the newest history entry. Payment and fraud work side by side; whichever of them completes the
/// pair confirms the order, in the same step.
///
/// @param holdUntil how long its units are reserved for it while it is `RESERVED`
public record Order(
        PlacedOrder placed,
        OrderStatus status,
        Optional<Reason> reason,
        PaymentStatus payment,
        FraudCheck fraud,
        StockState stock,
        Instant holdUntil,
        long version,
        List<HistoryEntry> history) {

    /// How long a person may take to decide about an order that the fraud rules could not.
    public static final Duration REVIEW_HOLD = Duration.ofHours(24);

    /// In how many parts its money can be given back. Each of them stays in the order's history, which is a part of one
    /// item and of each of its events: the last part is all that is left.
    public static final int MAX_REFUNDS = 50;

    private static final Set<OrderStatus> REFUNDABLE =
            Set.of(CONFIRMED, SHIPPED, DELIVERED, RETURN_REQUESTED, RETURNED);

    public Order {
        Objects.requireNonNull(placed, "placed");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(holdUntil, "holdUntil");
        history = List.copyOf(history);
    }

    /// The order as it is recorded in one transaction with its reservation of stock.
    public static Order reserved(PlacedOrder placed, Instant at, Duration hold) {
        return blank(placed, StockState.RESERVED, at.plus(hold))
                .append(EventType.ORDER_CREATED, RESERVED, Actor.function("process-order", at), Optional.empty());
    }

    /// The record of an order that could not be had; it holds no stock.
    public static Order rejected(PlacedOrder placed, Reason reason, Instant at) {
        return blank(placed, StockState.NONE, at)
                .append(EventType.ORDER_REJECTED, REJECTED, Actor.function("process-order", at), Optional.of(reason));
    }

    public Optional<Order> paymentAuthorized(Instant at) {
        if (status != RESERVED || payment != PaymentStatus.PENDING) {
            return Optional.empty();
        }
        Actor by = Actor.function("payment", at);
        return Optional.of(with(PaymentStatus.AUTHORIZED)
                .append(EventType.PAYMENT_AUTHORIZED, status, by, Optional.empty())
                .confirmedIfComplete(by)
                .heldForItsReview(at));
    }

    /// The same for an order that may have been held for less while its card gave no answer.
    ///
    /// @param hold how long it is held at least from now on, where it is not confirmed at once
    public Optional<Order> paymentAuthorized(Instant at, Duration hold) {
        return paymentAuthorized(at).map(order -> order.heldUntil(at.plus(hold)));
    }

    /// Its card was asked and gave no answer. Units are kept for less from now on, so that cards which never answer do
    /// not keep a sale from its buyers. It is no event: nobody waits for it.
    ///
    /// @param until the end of the hold, where that is not nearer already
    public Optional<Order> paymentUnanswered(Instant until) {
        return status == RESERVED && payment == PaymentStatus.PENDING && until.isBefore(holdUntil)
                ? Optional.of(with(until))
                : Optional.empty();
    }

    /// @param why PAYMENT_DECLINED or PAYMENT_UNAVAILABLE
    public Optional<Order> paymentDeclined(Reason why, Instant at) {
        mustBeOneOf(Set.of(Reason.PAYMENT_DECLINED, Reason.PAYMENT_UNAVAILABLE), why);
        if (status != RESERVED || payment != PaymentStatus.PENDING) {
            return Optional.empty();
        }
        Actor by = Actor.function("payment", at);
        return Optional.of(with(PaymentStatus.DECLINED)
                .append(EventType.PAYMENT_DECLINED, status, by, Optional.of(why))
                .append(EventType.ORDER_CANCELLED, CANCELLED, by, Optional.of(why)));
    }

    public Optional<Order> paymentCaptured(Instant at) {
        if (status != CONFIRMED || payment != PaymentStatus.AUTHORIZED) {
            return Optional.empty();
        }
        return Optional.of(with(PaymentStatus.CAPTURED)
                .append(EventType.PAYMENT_CAPTURED, status, Actor.function("payment", at), Optional.empty()));
    }

    /// Notes that the gateway holds no money for this order any more, or never will. It is no event: nobody waits for
    /// it.
    public Optional<Order> paymentVoided() {
        boolean open = payment == PaymentStatus.PENDING || payment == PaymentStatus.AUTHORIZED;
        return status.isFailed() && open ? Optional.of(with(PaymentStatus.VOIDED)) : Optional.empty();
    }

    /// Notes that all of the money was given back. It is no event either: what gave it back was one.
    public Optional<Order> paymentRefunded() {
        boolean due = status.isFailed() || status == REFUNDED;
        boolean taken = payment == PaymentStatus.AUTHORIZED || payment == PaymentStatus.CAPTURED;
        return due && taken ? Optional.of(with(PaymentStatus.REFUNDED)) : Optional.empty();
    }

    /// What the fraud rules say. An order that they leave to a person is held for longer, once its money is held too.
    public Optional<Order> fraudDecided(FraudCheck check, Instant at) {
        if (status != RESERVED || fraud.decision() != Decision.PENDING) {
            return Optional.empty();
        }
        return Optional.of(decided(check, Actor.function("fraud", at)));
    }

    /// What a person says about an order that the fraud rules left open.
    public Optional<Order> fraudReviewed(boolean approved, Actor by) {
        if (status != RESERVED || fraud.decision() != Decision.REVIEW) {
            return Optional.empty();
        }
        Decision decision = approved ? Decision.APPROVED : Decision.REJECTED;
        return Optional.of(decided(new FraudCheck(decision, fraud.score(), fraud.rules()), by));
    }

    /// Ends an order that was not shipped yet. Its stock and its money go back.
    public Optional<Order> cancelled(Reason why, Actor by) {
        return status == RESERVED || status == CONFIRMED
                ? Optional.of(append(EventType.ORDER_CANCELLED, CANCELLED, by, Optional.of(why)))
                : Optional.empty();
    }

    /// Ends an order whose reservation has run out.
    public Optional<Order> expired(Instant at) {
        if (status != RESERVED || at.isBefore(holdUntil)) {
            return Optional.empty();
        }
        Reason why = payment == PaymentStatus.AUTHORIZED ? Reason.REVIEW_TIMED_OUT : Reason.PAYMENT_TIMED_OUT;
        Actor by = Actor.function("sweep-orders", at);
        return Optional.of(append(EventType.ORDER_EXPIRED, EXPIRED, by, Optional.of(why)));
    }

    /// Nothing leaves the house unpaid.
    public Optional<Order> shipped(Actor by) {
        return status == CONFIRMED && payment == PaymentStatus.CAPTURED
                ? Optional.of(append(EventType.ORDER_SHIPPED, SHIPPED, by, Optional.empty()))
                : Optional.empty();
    }

    public Optional<Order> delivered(Actor by) {
        return status == SHIPPED
                ? Optional.of(append(EventType.ORDER_DELIVERED, DELIVERED, by, Optional.empty()))
                : Optional.empty();
    }

    public Optional<Order> returnRequested(Actor by) {
        return status == DELIVERED
                ? Optional.of(append(EventType.RETURN_REQUESTED, RETURN_REQUESTED, by, Optional.empty()))
                : Optional.empty();
    }

    /// @param units RESTOCKED or WRITTEN_OFF
    public Optional<Order> returned(Reason units, Actor by) {
        mustBeOneOf(Set.of(Reason.RESTOCKED, Reason.WRITTEN_OFF), units);
        return status == RETURN_REQUESTED
                ? Optional.of(append(EventType.ORDER_RETURNED, RETURNED, by, Optional.of(units)))
                : Optional.empty();
    }

    /// Gives back a part of the money, or all that is left of it, which ends the order. Nothing else is left to do
    /// after many parts.
    public Optional<Order> refunded(Refund refund, Actor by) {
        Money left = refundable();
        boolean part = refund.amount().compareTo(left) < 0;
        if (refund.amount().compareTo(left) > 0 || part && !mayBeRefundedInPart()) {
            return Optional.empty();
        }
        OrderStatus to = refund.amount().equals(left) ? REFUNDED : status;
        return Optional.of(append(new HistoryEntry(
                EventType.ORDER_REFUNDED, version + 1, to, by.at(), by.by(), Optional.empty(), by.note(),
                Optional.of(refund))));
    }

    /// What a refund may give back at most, now.
    public Money refundable() {
        return payment == PaymentStatus.CAPTURED && REFUNDABLE.contains(status)
                ? placed.totals().total().minus(refunded())
                : Money.ofMinor(0);
    }

    /// Whether fewer parts of the money were given back than may be.
    public boolean mayBeRefundedInPart() {
        return refunds().count() < MAX_REFUNDS - 1;
    }

    /// What refunds have given back.
    public Money refunded() {
        return refunds()
                .map(Refund::amount)
                .reduce(Money.ofMinor(0), Money::plus);
    }

    /// Where the order's status wants its units to be. Inventory brings them there, whatever it heard before.
    public StockState stockWanted() {
        return switch (status) {
            case PENDING, REJECTED -> StockState.NONE;
            case RESERVED -> StockState.RESERVED;
            case CONFIRMED, SHIPPED, DELIVERED, RETURN_REQUESTED -> StockState.SOLD;
            case CANCELLED, EXPIRED -> StockState.RELEASED;
            case RETURNED -> returnedUnits().orElseThrow();
            // Refunded before it was shipped, it still has its units; after that they are gone.
            case REFUNDED -> returnedUnits().orElse(wasShipped() ? StockState.WRITTEN_OFF : StockState.RELEASED);
        };
    }

    public String orderId() {
        return placed.orderId();
    }

    public Instant updatedAt() {
        return history.getLast().at();
    }

    /// The same order without what people wrote about its changes, but for one of them.
    ///
    /// @param about the version that this change made
    public Order withTheNoteOnly(long about) {
        List<HistoryEntry> entries = history.stream()
                .map(entry -> entry.version() == about ? entry : entry.withoutNote())
                .toList();
        return new Order(placed, status, reason, payment, fraud, stock, holdUntil, version, entries);
    }

    private Stream<Refund> refunds() {
        return history.stream().flatMap(entry -> entry.refund().stream());
    }

    private boolean wasShipped() {
        return history.stream().anyMatch(entry -> entry.type() == EventType.ORDER_SHIPPED);
    }

    private Optional<StockState> returnedUnits() {
        return history.stream()
                .filter(entry -> entry.type() == EventType.ORDER_RETURNED)
                .findFirst()
                .flatMap(HistoryEntry::reason)
                .map(reason -> reason == Reason.RESTOCKED ? StockState.RESTOCKED : StockState.WRITTEN_OFF);
    }

    private static Order blank(PlacedOrder placed, StockState stock, Instant holdUntil) {
        return new Order(placed, OrderStatus.PENDING, Optional.empty(), PaymentStatus.PENDING, FraudCheck.PENDING,
                stock, holdUntil, 0, List.of());
    }

    private Order with(PaymentStatus newPayment) {
        return new Order(placed, status, reason, newPayment, fraud, stock, holdUntil, version, history);
    }

    private Order with(Instant newHoldUntil) {
        return new Order(placed, status, reason, payment, fraud, stock, newHoldUntil, version, history);
    }

    /// Never for less than before, and only while that means anything.
    private Order heldUntil(Instant longer) {
        return status == RESERVED && longer.isAfter(holdUntil) ? with(longer) : this;
    }

    /// Nobody looks at an order that may never be paid.
    private Order heldForItsReview(Instant from) {
        return fraud.decision() == Decision.REVIEW && payment == PaymentStatus.AUTHORIZED
                ? heldUntil(from.plus(REVIEW_HOLD))
                : this;
    }

    private Order decided(FraudCheck check, Actor by) {
        Order decided = new Order(placed, status, reason, payment, check, stock, holdUntil, version, history)
                .heldForItsReview(by.at());
        return switch (check.decision()) {
            case APPROVED -> decided.append(EventType.FRAUD_REVIEWED, status, by, Optional.empty())
                    .confirmedIfComplete(by);
            case REVIEW -> decided.append(EventType.FRAUD_REVIEWED, status, by, Optional.empty());
            case REJECTED -> decided.append(EventType.FRAUD_REVIEWED, status, by, Optional.of(Reason.FRAUD_REJECTED))
                    .append(EventType.ORDER_CANCELLED, CANCELLED, by, Optional.of(Reason.FRAUD_REJECTED));
            case PENDING -> throw new IllegalArgumentException("a fraud check that decides nothing");
        };
    }

    private Order confirmedIfComplete(Actor by) {
        return payment == PaymentStatus.AUTHORIZED && fraud.decision() == Decision.APPROVED
                ? append(EventType.ORDER_CONFIRMED, CONFIRMED, by, Optional.empty())
                : this;
    }

    private static void mustBeOneOf(Set<Reason> allowed, Reason reason) {
        if (!allowed.contains(reason)) {
            throw new IllegalArgumentException("not for the reason " + reason);
        }
    }

    private Order append(EventType type, OrderStatus to, Actor by, Optional<Reason> why) {
        return append(new HistoryEntry(type, version + 1, to, by.at(), by.by(), why, by.note(), Optional.empty()));
    }

    private Order append(HistoryEntry entry) {
        List<HistoryEntry> longer = new ArrayList<>(history);
        longer.add(entry);
        Optional<Reason> orderReason = entry.status().isFailed() ? entry.reason() : reason;
        return new Order(
                placed, entry.status(), orderReason, payment, fraud, stock, holdUntil, entry.version(), longer);
    }
}
