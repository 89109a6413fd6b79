package dev.stampede.infra;

import java.util.List;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/// Invokes a function every minute.
final class EveryMinute {
    // Less than the minute until the next one.
    static final int TIMEOUT = 50;

    private EveryMinute() {
    }

    /// @param failed where what EventBridge could not hand to Lambda is kept
    static void invoke(Construct scope, String id, JavaFunction function, IQueue failed) {
        Rule.Builder.create(scope, id)
                .schedule(Schedule.rate(Duration.minutes(1)))
                .targets(List.of(LambdaFunction.Builder.create(function.live()).deadLetterQueue(failed).build()))
                .build();
    }
}
