package dev.stampede.verification.invariant;

import dev.stampede.model.EventType;
import dev.stampede.model.Order;
import dev.stampede.verification.invariant.Evidence.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The payment gateway's ledger compared with the orders.
final class MoneyClaims {

    private static final Payment NONE = new Payment(0, false, 0, 0);

    private MoneyClaims() {}

    /// Exactly once for each order that is confirmed or beyond. An order cancelled after its confirmation may have been
    /// captured once; an order that was never confirmed must not have been.
    static Finding capturedOnce(Evidence evidence) {
        return ofAll("Charged once, and only for confirmed orders", evidence, (order, payment) -> {
            boolean confirmed = was(order, EventType.ORDER_CONFIRMED);
            long min = confirmed && !order.status().isFailed() ? 1 : 0;
            long max = confirmed ? 1 : 0;
            return payment.captures() < min || payment.captures() > max
                    ? Optional.of("is " + order.status() + " and was charged " + payment.captures() + " times")
                    : Optional.empty();
        });
    }

    static Finding capturedTheTotal(Evidence evidence) {
        return ofAll("The amount charged is the order's total", evidence, (order, payment) -> {
            long total = order.placed().totals().total().minorUnits();
            return payment.captures() > 0 && payment.amount() != total
                    ? Optional.of("costs " + total + " and was charged " + payment.amount() + " minor units")
                    : Optional.empty();
        });
    }

    static Finding refundedAsRecorded(Evidence evidence) {
        return ofAll("Refunds match the order histories", evidence, (order, payment) -> {
            long recorded = order.refunded().minorUnits();
            return !order.status().isFailed() && payment.refunded() != recorded
                    ? Optional.of("records " + recorded + " refunded, the gateway refunded " + payment.refunded())
                    : Optional.empty();
        });
    }

    /// Neither captured nor authorised. A payment without an order counts as failed, too.
    static Finding failedOrdersKeepNothing(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        long examined = 0;
        for (Order order : evidence.orders().values()) {
            if (order.status().isFailed()) {
                examined++;
                kept(of(order, evidence))
                        .ifPresent(what -> offenders.add(order.orderId() + ": is " + order.status() + " and " + what));
            }
        }
        evidence.payments().forEach((orderId, payment) -> {
            if (!evidence.orders().containsKey(orderId)) {
                kept(payment).ifPresent(what -> offenders.add(orderId + ": is not recorded and " + what));
            }
        });
        return Finding.ofAll("Failed orders keep and hold no money", examined, offenders);
    }

    private static Optional<String> kept(Payment payment) {
        if (payment.net() != 0) {
            return Optional.of(payment.net() + " minor units are kept");
        }
        return payment.held() ? Optional.of("its money is still held") : Optional.empty();
    }

    private static Payment of(Order order, Evidence evidence) {
        return evidence.payments().getOrDefault(order.orderId(), NONE);
    }

    private static boolean was(Order order, EventType type) {
        return order.history().stream().anyMatch(entry -> entry.type() == type);
    }

    private interface Judge {
        Optional<String> wrong(Order order, Payment payment);
    }

    private static Finding ofAll(String claim, Evidence evidence, Judge judge) {
        return Finding.ofAll(claim, evidence.orders().size(), evidence.orders().values().stream()
                .flatMap(order -> judge.wrong(order, of(order, evidence))
                        .map(what -> order.orderId() + ": " + what).stream())
                .toList());
    }
}
