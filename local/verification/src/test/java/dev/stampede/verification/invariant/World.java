package dev.stampede.verification.invariant;

import dev.stampede.model.Actor;
import dev.stampede.model.Customer;
import dev.stampede.model.EventType;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Product;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Reason;
import dev.stampede.model.Sale;
import dev.stampede.model.StockState;
import dev.stampede.verification.invariant.Evidence.Payment;
import dev.stampede.verification.invariant.Evidence.Units;
import dev.stampede.verification.workload.ActionResult;
import dev.stampede.verification.workload.CatalogueItem;
import dev.stampede.verification.workload.ClientHistory;
import dev.stampede.verification.workload.ClientHistory.Answer;
import dev.stampede.verification.workload.ClientHistory.Answer.Accepted;
import dev.stampede.verification.workload.ClientHistory.Reading;
import dev.stampede.verification.workload.OrderAction;
import dev.stampede.verification.workload.Purchase;
import dev.stampede.verification.workload.Purchase.Body;
import dev.stampede.verification.workload.Purchase.Line;
import dev.stampede.verification.workload.Purchase.Repeat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Consistent evidence of a small shop after a run; tests break one thing in it.
///
/// For sale are two units in a sale, of which a customer may have two, and four of an everyday thing.
final class World {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final String BARGAIN = "bargain";
    static final String EVERYDAY = "everyday";

    final Map<String, CatalogueItem> catalogue = new TreeMap<>();
    final List<ClientHistory> clientHistories = new ArrayList<>();
    final List<ActionResult> actionResults = new ArrayList<>();
    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, Units> stock = new TreeMap<>();
    final Map<String, Payment> payments = new TreeMap<>();
    final Map<String, Long> bought = new TreeMap<>();
    final Map<String, Long> mails = new TreeMap<>();
    final Map<String, Long> figures = new TreeMap<>();
    final Map<String, Long> deadLetters = new TreeMap<>(Map.of("OrdersDeadLetters", 0L));
    final List<String> denials = new ArrayList<>();
    final List<String> pendingWork = new ArrayList<>();
    long mailRisks;
    long deferredPayments;

    private int second;

    World() {
        Sale sale = new Sale("sale", START, START.plus(Duration.ofHours(1)), Money.ofMinor(10_00), 2, Optional.of(2));
        catalogue.put(BARGAIN, item(BARGAIN, Optional.of(sale), 3));
        catalogue.put(EVERYDAY, item(EVERYDAY, Optional.empty(), 4));

        place("kept", BARGAIN, 1, World::captured);
        place("cancelled", EVERYDAY, 1, order -> captured(order)
                .flatMap(it -> it.cancelled(Reason.CANCELLED_BY_CUSTOMER,
                        Actor.customer(it.updatedAt(), Optional.empty())))
                .flatMap(Order::paymentRefunded).map(it -> moved(it, StockState.RELEASED)));
        actionResults.add(new ActionResult("cancelled", OrderAction.CANCEL, "", ActionResult.Outcome.DONE, "200 "));
        place("declined", EVERYDAY, 1, order -> order.paymentDeclined(Reason.PAYMENT_DECLINED, order.updatedAt())
                .map(it -> moved(it, StockState.RELEASED)));
        place("expired", EVERYDAY, 1, order -> order.expired(order.holdUntil())
                .flatMap(Order::paymentVoided).map(it -> moved(it, StockState.RELEASED)));
        place("reviewed", BARGAIN, 1, order -> order.paymentAuthorized(order.updatedAt())
                .flatMap(it -> it.fraudDecided(new FraudCheck(Decision.REVIEW, 60, List.of("rule")), it.updatedAt())));
        place("written-off", EVERYDAY, 1, order -> returned(order, Reason.WRITTEN_OFF)
                .flatMap(it -> it.refunded(refund(5_00), staff(it))).map(it -> moved(it, StockState.WRITTEN_OFF)));
        actionResults.add(
                new ActionResult("written-off", OrderAction.REFUND_PART, "refund", ActionResult.Outcome.DONE, "200 "));
        place("restocked", EVERYDAY, 1, order -> returned(order, Reason.RESTOCKED)
                .flatMap(it -> it.refunded(refund(it.refundable().minorUnits()), staff(it)))
                .flatMap(Order::paymentRefunded).map(it -> moved(it, StockState.RESTOCKED)));
        place("sold-out", BARGAIN, 1,
                order -> Optional.of(Order.rejected(order.placed(), Reason.SOLD_OUT, order.updatedAt())));
        place("above-limit", BARGAIN, 2, "KEPT+more@shop.example",
                order -> Optional.of(Order.rejected(order.placed(), Reason.LIMIT_REACHED, order.updatedAt())));
        refuse("refused", BARGAIN, "SOLD_OUT");
        balance();
    }

    Evidence evidence() {
        return new Evidence(now(), catalogue, clientHistories, actionResults, orders, stock, payments, bought, mails,
                mailRisks, deferredPayments,
                figures,
                deadLetters, denials, pendingWork);
    }

    /// The claims that do not hold.
    List<String> broken() {
        return Audit.of(evidence()).stream().filter(finding -> !finding.holds()).map(Finding::claim).toList();
    }

    /// What speaks against the claims that do not hold.
    List<String> offenders() {
        return Audit.of(evidence()).stream().flatMap(finding -> finding.offenders().stream()).toList();
    }

    Instant now() {
        return START.plusSeconds(second);
    }

    Order order(String orderId) {
        return orders.get(orderId);
    }

    ClientHistory history(String orderId) {
        return clientHistories.stream().filter(it -> it.purchase().key().equals(orderId)).findFirst().orElseThrow();
    }

    /// Replaces what the client observed.
    void changeHistory(String orderId, Function<ClientHistory, ClientHistory> change) {
        clientHistories.replaceAll(it -> it.purchase().key().equals(orderId) ? change.apply(it) : it);
    }

    /// Replaces the recorded order, with ledgers that agree with it and a client that sees it.
    void rewrite(String orderId, Function<Order, Order> change) {
        orders.compute(orderId, (_, order) -> change.apply(order));
        changeHistory(orderId, it -> it.with(Map.of(Body.OWN, reading(order(orderId)))));
        balance();
    }

    void pay(String orderId, Function<Payment, Payment> change) {
        payments.compute(orderId, (_, payment) -> change.apply(payment));
    }

    void place(String orderId, String sku, int quantity, Function<Order, Optional<Order>> life) {
        place(orderId, sku, quantity, orderId + "@shop.example", life);
    }

    void place(String orderId, String sku, int quantity, String email, Function<Order, Optional<Order>> life) {
        Instant at = START.plusSeconds(++second);
        OrderLine line = catalogue.get(sku).line(quantity);
        PlacedOrder placed = new PlacedOrder(orderId, new Customer(Optional.of(email), Optional.empty()), List.of(line),
                "tok_ok", "fingerprint", "traceparent", at);
        Order order = life.apply(Order.reserved(placed, at, Duration.ofMinutes(15))).orElseThrow();
        orders.put(orderId, order);
        Purchase purchase = purchase(orderId, email, sku, quantity);
        long total = placed.totals().total().minorUnits();
        clientHistories.add(new ClientHistory(purchase, List.of(new Accepted(Body.OWN, at, orderId, "receipt", total)),
                Map.of(Body.OWN, reading(order))));
    }

    void refuse(String key, String sku, String code) {
        Instant at = START.plusSeconds(++second);
        clientHistories.add(new ClientHistory(purchase(key, key + "@shop.example", sku, 1),
                List.of(new Answer.Refused(Body.OWN, at, 409, code)), Map.of()));
    }

    static Purchase purchase(String key, String email, String sku, int quantity) {
        return new Purchase(key, email, List.of(new Line(sku, quantity)), List.of(), "tok_ok", Repeat.ONCE, List.of());
    }

    static Reading reading(Order order) {
        return new Reading.Found(order.status(), order.placed().totals().total().minorUnits());
    }

    /// Makes every ledger agree with the orders.
    void balance() {
        catalogue.forEach((sku, item) -> {
            long reserved = units(sku, StockState.RESERVED);
            long sold = units(sku, StockState.SOLD) + units(sku, StockState.WRITTEN_OFF);
            Map<String, Long> left = new TreeMap<>();
            item.sale().ifPresent(sale -> left.put(sale.id(), sale.units() - reserved - sold));
            stock.put(sku, new Units(item.units() - reserved - sold, reserved, sold, left));
        });
        payments.clear();
        bought.clear();
        mails.clear();
        figures.clear();
        orders.values().forEach(this::enter);
    }

    private void enter(Order order) {
        long total = order.placed().totals().total().minorUnits();
        switch (order.payment()) {
            case PENDING -> {}
            case AUTHORIZED -> payments.put(order.orderId(), new Payment(total, true, 0, 0));
            case DECLINED, VOIDED -> payments.put(order.orderId(), new Payment(total, false, 0, 0));
            case CAPTURED -> payments.put(order.orderId(), new Payment(total, false, 1, order.refunded().minorUnits()));
            case REFUNDED -> payments.put(order.orderId(), new Payment(total, false, 1, total));
        }
        OrderLine line = order.placed().lines().getFirst();
        if (line.limitPerCustomer().isPresent() && !order.stock().isGivenUp()) {
            bought.merge(PurchaseCounter.of(order.placed().customer(), line), (long) line.quantity(),
                    Long::sum);
        }
        order.history().forEach(entry -> {
            switch (entry.type()) {
                case ORDER_CREATED -> figures.merge("orders", 1L, Long::sum);
                case ORDER_CONFIRMED -> {
                    figures.merge("confirmed", 1L, Long::sum);
                    mails.put(order.orderId(), 1L);
                }
                case ORDER_REJECTED -> figures.merge("rejects", 1L, Long::sum);
                case ORDER_CANCELLED -> figures.merge("cancels", 1L, Long::sum);
                case ORDER_EXPIRED -> figures.merge("expired", 1L, Long::sum);
                case ORDER_REFUNDED -> figures.merge("refunds", 1L, Long::sum);
                default -> {}
            }
        });
    }

    private long units(String sku, StockState state) {
        return orders.values().stream()
                .filter(order -> order.stock() == state)
                .flatMap(order -> order.placed().lines().stream())
                .filter(line -> line.sku().equals(sku))
                .mapToLong(OrderLine::quantity)
                .sum();
    }

    static Optional<Order> captured(Order order) {
        return order.paymentAuthorized(order.updatedAt())
                .flatMap(it -> it.fraudDecided(new FraudCheck(Decision.APPROVED, 0, List.of()), it.updatedAt()))
                .flatMap(it -> it.paymentCaptured(it.updatedAt()))
                .map(it -> moved(it, StockState.SOLD));
    }

    private static Optional<Order> returned(Order order, Reason units) {
        return captured(order).flatMap(it -> it.shipped(staff(it)))
                .flatMap(it -> it.delivered(staff(it)))
                .flatMap(it -> it.returnRequested(Actor.customer(it.updatedAt(), Optional.empty())))
                .flatMap(it -> it.returned(units, staff(it)));
    }

    static Order moved(Order order, StockState to) {
        return new Order(order.placed(), order.status(), order.reason(), order.payment(), order.fraud(), to,
                order.holdUntil(), order.version(), order.history());
    }

    static Actor staff(Order order) {
        return Actor.staff("staff@shop.example", order.updatedAt(), Optional.empty());
    }

    static Refund refund(long minorUnits) {
        return new Refund(Money.ofMinor(minorUnits), "refund");
    }

    static boolean isConfirmed(Order order) {
        return order.history().stream().anyMatch(entry -> entry.type() == EventType.ORDER_CONFIRMED);
    }

    private static CatalogueItem item(String sku, Optional<Sale> sale, long units) {
        return new CatalogueItem(
                new Product(sku, sku, Money.ofMinor(20_00), Optional.empty(), "A thing.", "things", "/thing.svg",
                        Optional.empty(), sale, 1),
                units, START);
    }
}
