package dev.stampede.email;

import dev.stampede.email.OrderMail.Sum;
import dev.stampede.model.EventType;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Reason;
import java.util.List;

/// What becomes of the shopper's money: in words, and as the last lines of the bill.
record Settlement(String words, List<Sum> sums) {

    private static final String LAPSES =
            "You were not charged. If your bank shows a reserved amount, it lapses by itself within a few days.";
    private static final String BANKS = "Depending on your bank it takes a few working days to show.";

    static Settlement paid(Order order) {
        return new Settlement("", List.of(total(order)));
    }

    /// Of an order that came to nothing. What the event shows of its payment is how far payment had come by then.
    static Settlement ofFailed(Order order, HistoryEntry end) {
        return switch (order.payment()) {
            case DECLINED -> end.reason().filter(Reason.PAYMENT_DECLINED::equals).isPresent()
                    ? notCharged(order, "You were not charged.")
                    : notCharged(order, LAPSES);
            case PENDING, VOIDED -> notCharged(order, LAPSES);
            // Payment takes the money of a confirmed order at the same time, and gives it back when it meets the end.
            case AUTHORIZED -> wasConfirmed(order)
                    ? notCharged(order, "You will not be charged. If your bank shows the amount as reserved or taken, "
                            + "it comes back by itself within a few days.")
                    : notCharged(order, LAPSES);
            case CAPTURED, REFUNDED -> {
                Money rest = order.placed().totals().total().minus(order.refunded());
                yield refunded(order, rest, "We are returning " + OrderMail.amount(rest)
                        + " to the card you paid with. " + BANKS);
            }
        };
    }

    static Settlement ofRefund(Order order, HistoryEntry entry) {
        Money amount = entry.refund().map(Refund::amount).orElseThrow();
        String what = entry.status() == OrderStatus.REFUNDED ? "" : ", a part of what you paid,";
        return refunded(order, amount, "We are returning " + OrderMail.amount(amount) + what
                + " to the card you paid with. " + BANKS);
    }

    private static Settlement notCharged(Order order, String words) {
        return new Settlement(words, List.of(new Sum("Not charged", order.placed().totals().total())));
    }

    private static Settlement refunded(Order order, Money amount, String words) {
        return new Settlement(words, List.of(total(order), new Sum("Refunded", amount)));
    }

    private static Sum total(Order order) {
        return new Sum("Total", order.placed().totals().total());
    }

    private static boolean wasConfirmed(Order order) {
        return order.history().stream().anyMatch(entry -> entry.type() == EventType.ORDER_CONFIRMED);
    }
}
