package dev.stampede.verification.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.wire.Json;
import dev.stampede.verification.simulation.Shoppers.Receipt;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What happens to orders by hand. Now and then somebody takes an order and does what suits how it stands; sometimes
/// two do so at once, sometimes what is done does not suit it.
final class Staff {

    private static final Map<String, String> CLAIMS = Map.of(
            "email", "staff@shop.example", "email_verified", "true", "cognito:groups", "[admin]", "sub", "staff-1");
    private static final int TRIES = 4;
    private static final long LAST_DEED = 1_700_000;

    private final Cloud cloud;
    private final Shop shop;
    private final Shoppers shoppers;
    private final Dice dice;
    private int refunds;

    Staff(Cloud cloud, Shop shop, Shoppers shoppers) {
        this.cloud = cloud;
        this.shop = shop;
        this.shoppers = shoppers;
        this.dice = cloud.dice.split();
    }

    void begin() {
        for (int deed = dice.between(8, 40); deed > 0; deed--) {
            cloud.scheduler.after(dice.between(30_000L, LAST_DEED), this::takeAnOrder);
        }
    }

    /// Nothing is left open: whoever waits for a decision about fraud gets one.
    void decideReviews() {
        for (Map<String, AttributeValue> item : cloud.tables.orders.items()) {
            Order order = OrdersTable.fromItem(item);
            if (order.fraud().decision() == Decision.REVIEW) {
                decide(order);
            }
        }
    }

    private void takeAnOrder() {
        List<String> ids = List.copyOf(cloud.tables.orders.keys());
        if (!ids.isEmpty()) {
            String id = dice.pick(ids);
            Map<String, AttributeValue> item = cloud.tables.orders.get(id);
            if (item != null) {
                handle(OrdersTable.fromItem(item));
            }
        }
    }

    private void handle(Order order) {
        if (dice.chance(0.08)) {
            dice.pick(List.<Runnable>of(() -> ship(order), () -> deliver(order), () -> receive(order),
                    () -> refund(order),
                    () -> decide(order))).run();
            return;
        }
        switch (order.status()) {
            case RESERVED -> {
                if (order.fraud().decision() == Decision.REVIEW) {
                    decide(order);
                }
            }
            case CONFIRMED -> confirmed(order);
            case SHIPPED -> dice
                    .pick(List.<Runnable>of(() -> deliver(order), () -> deliver(order), () -> refund(order))).run();
            case DELIVERED -> dice
                    .pick(List.<Runnable>of(() -> sendBack(order), () -> sendBack(order), () -> refund(order))).run();
            case RETURN_REQUESTED -> dice
                    .pick(List.<Runnable>of(() -> receive(order), () -> receive(order), () -> refund(order))).run();
            case RETURNED -> refund(order);
            case PENDING, REJECTED, CANCELLED, EXPIRED, REFUNDED -> {}
        }
    }

    private void confirmed(Order order) {
        switch (dice.below(8)) {
            case 0 -> refund(order);
            case 1 -> {
                ship(order);
                cancel(order);
            }
            case 2 -> {
                ship(order);
                refund(order);
            }
            case 3 -> cancel(order);
            default -> ship(order);
        }
    }

    private void ship(Order order) {
        ask(shop.functions.shipOrder, "ships", order, Map.of(), "{}", 1);
    }

    private void deliver(Order order) {
        ask(shop.functions.deliverOrder, "delivers", order, Map.of(), "{}", 1);
    }

    private void receive(Order order) {
        ask(shop.functions.receiveReturn, "receives", order, Map.of(),
                Json.write(Json.object("units", dice.pick("restock", "write-off"))), 1);
    }

    private void decide(Order order) {
        ask(shop.functions.decideFraud, "decides about", order, Map.of(),
                Json.write(Json.object("decision", dice.pick("approve", "approve", "reject"))), 1);
    }

    /// Half of the time all that is left, else a part; the same request may be made twice at once.
    private void refund(Order order) {
        Money part = Money.ofMinor(dice.between(1L, order.placed().totals().total().minorUnits()));
        String body = dice.chance(0.5) ? "{}" : Json.write(Json.object("amount", part.toDecimal()));
        Map<String, String> key = Map.of("Idempotency-Key", "refund-" + ++refunds);
        for (int times = dice.pick(1, 1, 1, 2); times > 0; times--) {
            ask(shop.functions.refundOrder, "refunds", order, key, body, 1);
        }
    }

    private void cancel(Order order) {
        Receipt receipt = shoppers.receipts().get(order.orderId());
        if (receipt != null) {
            shoppers.cancel(receipt, 1);
        }
    }

    private void sendBack(Order order) {
        Receipt receipt = shoppers.receipts().get(order.orderId());
        if (receipt != null) {
            shoppers.requestReturn(receipt);
        }
    }

    private void ask(Instances<RequestStreamHandler> function, String what, Order order, Map<String, String> headers,
            String body, int attempt) {
        shop.request(function, Lambda.httpEvent(order.orderId(), headers, body, CLAIMS), answer -> {
            cloud.say("staff", what + " " + order.orderId().substring(0, 8) + " "
                    + answer.map(it -> Integer.toString(it.status())).orElse("no answer"));
            if (attempt < TRIES && answer.filter(it -> it.status() < 500).isEmpty()) {
                cloud.scheduler.after(dice.between(1L, 20_000L),
                        () -> ask(function, what, order, headers, body, attempt + 1));
            }
        });
    }
}
