package dev.stampede.verification.simulation;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.model.Order;
import dev.stampede.model.PaymentStatus;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The provider's books against the orders: what stands is paid, less its refunds; what failed has cost nothing.
final class MoneyAudit {

    private final Cloud cloud;

    MoneyAudit(Cloud cloud) {
        this.cloud = cloud;
    }

    void check(Order order) {
        Map<String, AttributeValue> book = cloud.tables.payments.get(order.orderId());
        String state = book == null ? "NONE" : required(book, "state").s();
        long taken = book != null && state.equals("CAPTURED") ? number(book, "amount") - number(book, "refunded") : 0;
        long total = order.placed().totals().total().minorUnits();
        if (order.status().isFailed()) {
            require(order, !state.equals("AUTHORIZED"), "has failed and its money is still held");
            require(order, taken == 0, "has failed and " + taken + " of its money is kept");
            boolean settled = switch (order.payment()) {
                case PENDING -> order.history().size() == 1;
                case AUTHORIZED, CAPTURED -> false;
                case DECLINED, VOIDED, REFUNDED -> true;
            };
            require(order, settled, "has failed and says of its payment: " + order.payment());
        } else {
            long kept = total - order.refunded().minorUnits();
            require(order, state.equals("CAPTURED"), "is " + order.status() + " and its payment is " + state);
            require(order, taken == kept, "should have cost " + kept + " and has cost " + taken);
            require(order, order.payment() == (kept == 0 ? PaymentStatus.REFUNDED : PaymentStatus.CAPTURED),
                    "has cost " + kept + " and says of its payment: " + order.payment());
        }
    }

    /// No money is held or taken for what is no order.
    void checkStrangers(Set<String> orderIds) {
        for (String key : cloud.tables.payments.keys()) {
            cloud.findings.require(orderIds.contains(key),
                    () -> "the provider knows a payment " + key + " that is no order's");
        }
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? Long.parseLong(item.get(name).n()) : 0;
    }

    private void require(Order order, boolean holds, String otherwise) {
        cloud.findings.require(holds, () -> "order " + order.orderId() + " " + otherwise);
    }
}
