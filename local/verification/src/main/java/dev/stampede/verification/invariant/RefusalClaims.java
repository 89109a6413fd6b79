package dev.stampede.verification.invariant;

import dev.stampede.model.Customer;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Reason;
import dev.stampede.model.StockState;
import dev.stampede.verification.workload.CatalogueItem;
import dev.stampede.verification.workload.ClientHistory;
import dev.stampede.verification.workload.Purchase.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Nobody is refused while units or allowance are left.
///
/// What was left at a given moment is derived from the orders: units count as taken from the moment an order is
/// recorded, and as returned once the event that ended it must have been processed.
final class RefusalClaims {

    /// Between the end of an order and the return of its units lie a stream, a topic and a queue, and each may fail for
    /// a while.
    static final Duration RETURNED_WITHIN = Duration.ofMinutes(2);

    private static final Set<StockState> BACK_IN_STOCK = Set.of(StockState.RELEASED, StockState.RESTOCKED);
    private static final Set<StockState> GIVEN_UP =
            Set.of(StockState.RELEASED, StockState.RESTOCKED, StockState.WRITTEN_OFF);

    private record Refusal(String subject, Instant at, Customer customer, List<OrderLine> lines) {}

    private RefusalClaims() {}

    static Finding soldOutOnlyWhereItWas(Evidence evidence) {
        return judged("ClientHistory sold out only where it was", evidence, "SOLD_OUT", Reason.SOLD_OUT,
                (refusal, line) -> left(evidence, line, refusal.at()) < line.quantity());
    }

    static Finding limitReachedOnlyWhereItWas(Evidence evidence) {
        return judged("ClientHistory the limit is reached only where it was", evidence, "LIMIT_REACHED",
                Reason.LIMIT_REACHED,
                (refusal, line) -> line.limitPerCustomer()
                        .filter(limit -> has(evidence, refusal, line) + line.quantity() > limit)
                        .isPresent());
    }

    private static Finding judged(
            String claim, Evidence evidence, String code, Reason reason, BiPredicate<Refusal, OrderLine> justified) {
        List<Refusal> refusals = refusals(evidence, code, reason);
        return Finding.ofAll(claim, refusals.size(), refusals.stream()
                .filter(refusal -> refusal.lines().stream().noneMatch(line -> justified.test(refusal, line)))
                .map(refusal -> refusal.subject() + ": was refused with " + code + " at " + refusal.at()
                        + ", too early")
                .toList());
    }

    /// Refusals in HTTP answers and in recorded orders.
    private static List<Refusal> refusals(Evidence evidence, String code, Reason reason) {
        List<Refusal> refusals = new ArrayList<>();
        for (ClientHistory history : evidence.clientHistories()) {
            Customer customer = new Customer(Optional.of(history.purchase().email()), Optional.empty());
            history.refused().stream().filter(refused -> refused.code().equals(code)).forEach(refused -> refusals.add(
                    new Refusal(history.purchase().key(), refused.at(), customer,
                            lines(evidence, history.purchase().lines(refused.body())))));
        }
        for (Order order : evidence.orders().values()) {
            if (order.reason().filter(reason::equals).isPresent()) {
                refusals.add(new Refusal(
                        order.orderId(), order.updatedAt(), order.placed().customer(), order.placed().lines()));
            }
        }
        return refusals;
    }

    private static List<OrderLine> lines(Evidence evidence, List<Line> lines) {
        return lines.stream().map(line -> evidence.item(line.sku()).line(line.quantity())).toList();
    }

    private static long left(Evidence evidence, OrderLine wanted, Instant at) {
        CatalogueItem item = evidence.item(wanted.sku());
        long inStock =
                item.units() - taken(evidence, at, BACK_IN_STOCK, (_, line) -> line.sku().equals(wanted.sku()));
        return wanted.sale()
                .map(sale -> Math.min(inStock,
                        sale.units() - taken(evidence, at, BACK_IN_STOCK,
                                (_, line) -> line.sku().equals(wanted.sku()) && line.sale().equals(wanted.sale()))))
                .orElse(inStock);
    }

    private static long has(Evidence evidence, Refusal refusal, OrderLine wanted) {
        String counter = PurchaseCounter.of(refusal.customer(), wanted);
        return taken(evidence, refusal.at(), GIVEN_UP, (order, line) -> line.limitPerCustomer().isPresent()
                && PurchaseCounter.of(order.placed().customer(), line).equals(counter));
    }

    /// An upper bound on the units taken at that moment.
    private static long taken(
            Evidence evidence, Instant at, Set<StockState> ended, BiPredicate<Order, OrderLine> which) {
        return evidence.orders().values().stream()
                .filter(order -> order.stockWanted() != StockState.NONE)
                .filter(order -> !order.history().getFirst().at().isAfter(at))
                .filter(order -> ended(order, ended).filter(back -> back.plus(RETURNED_WITHIN).isBefore(at)).isEmpty())
                .flatMap(order -> order.placed().lines().stream().filter(line -> which.test(order, line)))
                .mapToLong(OrderLine::quantity)
                .sum();
    }

    /// When the order reached its current status, if that status gives its units back.
    private static Optional<Instant> ended(Order order, Set<StockState> ended) {
        return ended.contains(order.stockWanted())
                ? order.history().stream().filter(entry -> entry.status() == order.status()).map(HistoryEntry::at)
                        .findFirst()
                : Optional.empty();
    }
}
