package dev.stampede.fraud;

import dev.stampede.lambda.Log;
import dev.stampede.model.Digest;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.event.OrderEvent;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Decides about one new order and records the decision, unless the order has one or is no longer reserved.
public final class ScoreOrder {

    private static final int REVIEW_FROM = 50;
    private static final int REJECTED_FROM = 80;

    private final List<FraudRule> rules;
    private final FraudSignals signals;
    private final OrderTransitions orders;
    private final InstantSource clock;

    public ScoreOrder(List<FraudRule> rules, FraudSignals signals, OrderTransitions orders, InstantSource clock) {
        this.rules = List.copyOf(rules);
        this.signals = signals;
        this.orders = orders;
        this.clock = clock;
    }

    public void on(OrderEvent event) {
        switch (event.type()) {
            case ORDER_CREATED -> decide(event.order());
            case ORDER_REJECTED, ORDER_CONFIRMED, ORDER_CANCELLED, ORDER_EXPIRED, ORDER_SHIPPED, ORDER_DELIVERED,
                    ORDER_REFUNDED, RETURN_REQUESTED, ORDER_RETURNED, PAYMENT_AUTHORIZED, PAYMENT_DECLINED,
                    PAYMENT_CAPTURED, FRAUD_REVIEWED -> {}
        }
    }

    private void decide(Order seen) {
        PlacedOrder placed = seen.placed();
        FraudCheck check = score(new Evidence(placed, signals.count(velocitySignal(placed), placed.orderId())));
        orders.move(seen, order -> order.fraudDecided(check, clock.instant()));
        Log.info("fraud decided", "orderId", placed.orderId(), "traceparent", placed.traceparent(),
                "decision", check.decision().name(), "score", check.score(), "rules", check.rules());
    }

    private FraudCheck score(Evidence evidence) {
        int score = 0;
        List<String> hits = new ArrayList<>();
        for (FraudRule rule : rules) {
            int points = rule.points().applyAsInt(evidence);
            if (points > 0) {
                score += points;
                hits.add(rule.name());
            }
        }
        score = Math.min(score, 100);
        return new FraudCheck(decision(score), score, hits);
    }

    private static Decision decision(int score) {
        if (score >= REJECTED_FROM) {
            return Decision.REJECTED;
        }
        return score >= REVIEW_FROM ? Decision.REVIEW : Decision.APPROVED;
    }

    /// The hour is that in which the order was placed, so that a late repeat counts where the first delivery did.
    private static String velocitySignal(PlacedOrder placed) {
        return "buyer#" + Digest.hex(placed.customer().identity()) + "#"
                + placed.placedAt().truncatedTo(ChronoUnit.HOURS);
    }
}
