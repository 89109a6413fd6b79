package dev.stampede.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.sqs.QueueProps;
import software.constructs.Construct;

/// A dead-letter queue that keeps messages for 14 days, the longest SQS allows, and alarms at the first one.
public final class DeadLetters extends Queue {

    public DeadLetters(Construct scope, String id, Deployment deployment, ITopic alerts) {
        super(scope, id, QueueProps.builder()
                .retentionPeriod(Duration.days(14))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .removalPolicy(deployment.removalPolicy())
                .build());
        new OperatorAlarm(this, "NotEmpty", alerts,
                metricApproximateNumberOfMessagesVisible(MetricOptions.builder()
                        .period(Duration.minutes(1)).statistic("Maximum").build()),
                0, "A message could not be handled and lies in %s: look at it, fix the cause, redrive.".formatted(id));
    }
}
