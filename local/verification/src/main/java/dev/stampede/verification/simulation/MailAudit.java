package dev.stampede.verification.simulation;

import dev.stampede.model.EventType;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.verification.simulation.Mailbox.Sent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// A mail for each confirmed order, and none twice but by a worker that a fault had hit.
final class MailAudit {

    private final Cloud cloud;

    MailAudit(Cloud cloud) {
        this.cloud = cloud;
    }

    void check(Collection<Order> orders, Shop shop) {
        Map<String, Integer> sent = new HashMap<>();
        Map<String, Integer> sentUndisturbed = new HashMap<>();
        for (Sent mail : shop.mailbox.sent()) {
            sent.merge(mail.mailId(), 1, Integer::sum);
            if (!mail.by().isDisturbed()) {
                sentUndisturbed.merge(mail.mailId(), 1, Integer::sum);
            }
        }
        sentUndisturbed.forEach((mailId, times) -> cloud.findings.require(times <= 1,
                () -> "mail " + mailId + " was sent " + times + " times without need"));
        for (Order order : orders) {
            if (order.placed().customer().email().isPresent() && !shop.stream.forgotten().contains(order.orderId())) {
                order.history().stream().filter(entry -> entry.type() == EventType.ORDER_CONFIRMED)
                        .forEach(entry -> cloud.findings.require(sent.containsKey(mailId(order, entry)),
                                () -> "order " + order.orderId() + " was confirmed without a mail"));
            }
        }
    }

    private static String mailId(Order order, HistoryEntry entry) {
        return order.orderId() + "#" + entry.version();
    }
}
