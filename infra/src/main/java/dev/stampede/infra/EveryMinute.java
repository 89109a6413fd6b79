package dev.stampede.infra;

import java.util.List;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/// Invokes a function every minute, and alarms when it is not.
final class EveryMinute {
    // Less than the minute until the next one.
    static final int TIMEOUT = 50;

    private EveryMinute() {}

    /// @param failed   keeps the events that EventBridge could not deliver to Lambda
    /// @param standing what does not happen meanwhile, for the alarm's text
    static void invoke(Construct scope, String id, JavaFunction function, IQueue failed, ITopic alerts,
            String standing) {
        Rule.Builder.create(scope, id)
                .schedule(Schedule.rate(Duration.minutes(1)))
                .targets(List.of(LambdaFunction.Builder.create(function.live()).deadLetterQueue(failed).build()))
                .build();
        OperatorAlarm.ofSilence(function, "Silent", alerts,
                function.metricInvocations(
                        MetricOptions.builder().period(Duration.minutes(5)).statistic("Sum").build()),
                function.getNode().getId() + " did not run for five minutes: " + standing);
    }
}
