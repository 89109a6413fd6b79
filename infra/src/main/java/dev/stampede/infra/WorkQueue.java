package dev.stampede.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.sqs.QueueProps;
import software.constructs.Construct;

/// A queue with its one consumer, its dead letters, and an alarm on each way it can fall behind.
///
/// The two queues are named `<work>Queue` and `<work>DeadLetters`.
public final class WorkQueue extends Queue {
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html: six times the function's timeout,
    // plus the window, so that a throttled delivery is not handed out a second time; five receives or more.
    private static final int VISIBILITY_PER_TIMEOUT = 6;
    private static final int MAX_RECEIVES = 5;

    private final DeadLetters deadLetters;

    /// How a consumer takes messages: at most `size` together, waiting up to `window` seconds for them to gather,
    /// in at most `concurrency` invocations at once.
    public record Batches(int size, int window, int concurrency) {}

    public WorkQueue(Construct scope, String work, JavaFunction consumer, Batches batches,
            Deployment deployment, ITopic alerts) {
        Duration visibility = Duration.seconds(
                consumer.getTimeout().toSeconds().intValue() * VISIBILITY_PER_TIMEOUT + batches.window());
        DeadLetters refused = new DeadLetters(scope, work + "DeadLetters", deployment, alerts);
        super(scope, work + "Queue", QueueProps.builder()
                .visibilityTimeout(visibility)
                .retentionPeriod(Duration.days(4))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .deadLetterQueue(DeadLetterQueue.builder().queue(refused).maxReceiveCount(MAX_RECEIVES).build())
                // An accepted order is nowhere but in its queue until it is recorded.
                .removalPolicy(deployment.removalPolicy())
                .build());
        deadLetters = refused;
        // The consumer puts off what is not for now: it sends it to this queue again, with a delay, and is done with
        // the one it has. Returned as a failure, a message that only has to wait would use up the few receives meant
        // for failures.
        consumer.addEnvironment("OWN_QUEUE_URL", getQueueUrl());
        consumer.allow(getQueueArn(), "sqs:SendMessage");
        consumer.live().addEventSource(SqsEventSource.Builder.create(this)
                .batchSize(batches.size())
                .maxBatchingWindow(Duration.seconds(batches.window()))
                .maxConcurrency(batches.concurrency())
                .reportBatchItemFailures(true)
                .build());
        new OperatorAlarm(this, "Behind", alerts,
                metricApproximateAgeOfOldestMessage(MetricOptions.builder().period(Duration.minutes(1)).build()),
                visibility.toSeconds(),
                "The oldest message of %sQueue has outlived a whole attempt: its consumer fails or is too slow."
                        .formatted(work));
    }

    public IQueue deadLetters() {
        return deadLetters;
    }
}
