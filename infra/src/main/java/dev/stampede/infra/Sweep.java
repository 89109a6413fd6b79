package dev.stampede.infra;

import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// Every minute: expires reservations whose hold is over and republishes events that were not acknowledged.
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
                "no reservation expires and no lost event is republished.");
        return failed;
    }
}
