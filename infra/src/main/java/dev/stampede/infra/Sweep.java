package dev.stampede.infra;

import java.util.List;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// Every minute: reservations that ran out are expired, and events that nobody seems to have heard are said again.
final class Sweep {
    // Less than the minute until the next one.
    private static final int TIMEOUT = 50;

    private Sweep() {
    }

    static DeadLetters in(Construct scope, Functions functions, Deployment deployment, Tables tables, ITopic alerts) {
        DeadLetters failed = new DeadLetters(scope, "SweepOrdersDeadLetters", deployment, alerts);
        JavaFunction sweepOrders = functions.add("SweepOrders", FunctionSettings.of("ordering", TIMEOUT, 512)
                        .with("ORDERS_TABLE", tables.orders().getTableName())
                        .deadLetters(failed))
                .allow(tables.orders().getTableArn() + "/index/byDueAt", "dynamodb:Query")
                .allow(tables.orders().getTableArn(), "dynamodb:BatchGetItem", "dynamodb:UpdateItem");
        Rule.Builder.create(scope, "EveryMinute")
                .schedule(Schedule.rate(Duration.minutes(1)))
                // EventBridge keeps what it could not hand to Lambda in the same queue.
                .targets(List.of(LambdaFunction.Builder.create(sweepOrders.live()).deadLetterQueue(failed).build()))
                .build();
        OperatorAlarm.ofSilence(sweepOrders, "Silent", alerts,
                sweepOrders.metricInvocations(MetricOptions.builder().period(Duration.minutes(5)).statistic("Sum").build()),
                "SweepOrders did not run for five minutes: no reservation expires and no lost event is said again.");
        return failed;
    }
}
