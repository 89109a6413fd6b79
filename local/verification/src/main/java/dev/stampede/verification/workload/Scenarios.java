package dev.stampede.verification.workload;

import static dev.stampede.verification.workload.OrderAction.APPROVE;
import static dev.stampede.verification.workload.OrderAction.CANCEL;
import static dev.stampede.verification.workload.OrderAction.DELIVER;
import static dev.stampede.verification.workload.OrderAction.REFUND_PART;
import static dev.stampede.verification.workload.OrderAction.REFUND_REST;
import static dev.stampede.verification.workload.OrderAction.REJECT;
import static dev.stampede.verification.workload.OrderAction.RESTOCK;
import static dev.stampede.verification.workload.OrderAction.RETURN;
import static dev.stampede.verification.workload.OrderAction.SHIP;
import static dev.stampede.verification.workload.OrderAction.WRITE_OFF;

import java.util.List;
import java.util.Random;

/// Draws the follow-up actions of an order.
final class Scenarios {

    /// Most customers who got the bargain keep it.
    private static final Weighted<List<OrderAction>> SALE_ORDERS = new Weighted<List<OrderAction>>()
            .add(85, List.of())
            .add(10, List.of(CANCEL))
            .add(5, List.of(SHIP));

    private static final Weighted<List<OrderAction>> EVERYDAY_ORDERS = new Weighted<List<OrderAction>>()
            .add(45, List.of())
            .add(15, List.of(CANCEL))
            .add(6, List.of(SHIP))
            .add(5, List.of(SHIP, DELIVER))
            .add(5, List.of(SHIP, DELIVER, RETURN, RESTOCK))
            .add(4, List.of(SHIP, DELIVER, RETURN, RESTOCK, REFUND_REST))
            .add(4, List.of(SHIP, DELIVER, RETURN, WRITE_OFF, REFUND_PART))
            .add(6, List.of(REFUND_PART))
            .add(5, List.of(REFUND_REST))
            .add(5, List.of(SHIP, REFUND_PART, REFUND_REST));

    /// Some are never reviewed: they stay reserved for a day.
    private static final Weighted<List<OrderAction>> REVIEWS = new Weighted<List<OrderAction>>()
            .add(2, List.of(APPROVE))
            .add(2, List.of(REJECT))
            .add(1, List.of());

    private Scenarios() {}

    static List<OrderAction> ofSaleOrder(Random random) {
        return SALE_ORDERS.draw(random);
    }

    static List<OrderAction> ofEverydayOrder(Random random) {
        return EVERYDAY_ORDERS.draw(random);
    }

    static List<OrderAction> ofReview(Random random) {
        return REVIEWS.draw(random);
    }
}
