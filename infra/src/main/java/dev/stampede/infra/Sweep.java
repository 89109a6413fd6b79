package dev.stampede.infra;

import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// Every minute: reservations that ran out are expired, and events that nobody seems to have heard are said again.
final class Sweep {
    private Sweep() {}

    static DeadLetters in(Construct scope, Functions functions, Deployment deployment, Tables tables, ITopic alerts) {
        DeadLetters failed = new DeadLetters(scope, "SweepOrdersDeadLetters", deployment, alerts);
        JavaFunction sweepOrders = functions
                .add("SweepOrders", FunctionSettings.of("reservation", EveryMinute.TIMEOUT, 512)
                        .with("ORDERS_TABLE", tables.orders().getTableName())
                        .deadLetters(failed))
                .allow(tables.orders().getTableArn() + "/index/byDueAt", "dynamodb:Query")
                .allow(tables.orders().getTableArn(), "dynamodb:BatchGetItem", "dynamodb:UpdateItem");
        // EventBridge keeps what it could not hand to Lambda in the same queue.
        EveryMinute.invoke(scope, "EveryMinute", sweepOrders, failed, alerts,
                "no reservation expires and no lost event is said again.");
        return failed;
    }
}
