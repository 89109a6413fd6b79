package dev.stampede.infra;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.DynamoEventSource;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/// The whole processing of an order: accepting, recording, publishing, payment, fraud check, counting, expiry. The
/// stack holds messages but no records.
public final class OrderingStack extends Stack {
    // Two, the fewest that SQS allows: each batch writes the hot items (the stock in a sale, the figures of the hour)
    // once, and every further writer beside it adds transaction conflicts, not orders. At 90 a batch each of the two
    // records some hundred a second.
    private static final WorkQueue.Batches FOLDED = new WorkQueue.Batches(90, 1, 2);
    // The shopper waits for these, so messages are received without a batching window.
    private static final WorkQueue.Batches AWAITED = new WorkQueue.Batches(10, 0, 10);
    // The next shopper waits for these: returned units are for sale again within a second.
    private static final WorkQueue.Batches GIVEN_BACK = new WorkQueue.Batches(10, 0, Workers.INVENTORY_CONCURRENCY);

    private final Deployment deployment;
    private final Functions functions;
    private final Tables tables;
    private final ITopic alerts;
    private final EventTopic events;
    private final HttpHandlers http;
    private final List<IQueue> queues = new ArrayList<>();
    private final List<IQueue> deadLetters = new ArrayList<>();

    public OrderingStack(Construct scope, String id, StackProps props, Deployment deployment, Tables tables,
            Identity identity, ISecret receiptSecret, ISecret originSecret, ITopic alerts) {
        super(scope, id, props);
        this.deployment = deployment;
        this.functions = new Functions(this, deployment, alerts);
        this.tables = tables;
        this.alerts = alerts;
        this.events = new EventTopic(this, "OrderEvents", deployment, alerts);

        Workers workers = Workers.in(functions, deployment, tables);
        WorkQueue orders = queue("Orders", workers.processOrder(), FOLDED);
        WorkQueue accessCodes = kept(GuestAccess.in(this, functions, deployment, tables, alerts));
        // Its value, not its name: CloudFront's configuration shows it in the clear as well, and nobody has to ask for
        // it (docs/decisions/0018).
        Functions behindTheEdge = functions.with("ORIGIN_SECRET", originSecret.getSecretValue().unsafeUnwrap());
        this.http = HttpHandlers.in(behindTheEdge, deployment, tables, identity, receiptSecret, orders, accessCodes);
        publishChanges();
        WorkQueue payments = queue("Payment", workers.payment(), AWAITED);
        alarmOnWhatIsPutOff(orders, "Accepted orders wait: a table is busy, or gives no answer in time.");
        alarmOnWhatIsPutOff(payments, "Payments wait: the provider or a table cannot be reached.");
        tell("Payment", payments,
                "order_created", "order_confirmed", "order_cancelled", "order_expired", "order_refunded");
        tell("Fraud", queue("Fraud", workers.fraud(), AWAITED), "order_created");
        tell("Inventory", queue("Inventory", workers.inventory(), GIVEN_BACK),
                "order_confirmed", "order_cancelled", "order_expired", "order_returned", "order_refunded");
        tell("Analytics", queue("Analytics", workers.analytics(), FOLDED),
                "order_created", "order_rejected", "order_confirmed", "order_cancelled", "order_expired",
                "order_refunded");
        deadLetters.add(Sweep.in(this, functions, deployment, tables, alerts));

        queues.forEach(this::output);
        deadLetters.forEach(this::output);
        CfnOutput.Builder.create(this, "OrderEventsTopicArn").value(events.getTopicArn()).build();
    }

    public EventTopic events() {
        return events;
    }

    public HttpHandlers http() {
        return http;
    }

    public Workload workload() {
        return new Workload(functions.made(), List.copyOf(queues), List.copyOf(deadLetters));
    }

    /// The outbox: every change of the Orders table goes to the topic, in the order of each item's changes.
    private void publishChanges() {
        DeadLetters unpublished = new DeadLetters(this, "StreamDeadLetters", deployment, alerts);
        deadLetters.add(unpublished);
        JavaFunction publisher = functions.add("StreamProcessor", FunctionSettings.of("stream-processor", 30, 512)
                .with("ORDER_EVENTS_TOPIC_ARN", events.getTopicArn()));
        events.grantPublish(publisher);
        // Unbounded retries, the default, would let one bad record block its shard until the stream forgets it at 24 h.
        publisher.live().addEventSource(DynamoEventSource.Builder.create(tables.orders())
                .startingPosition(StartingPosition.TRIM_HORIZON)
                .batchSize(100)
                .bisectBatchOnError(true)
                .retryAttempts(10)
                .maxRecordAge(Duration.hours(6))
                .reportBatchItemFailures(true)
                .onFailure(new SqsDlq(unpublished))
                .build());
        new OperatorAlarm(publisher, "Late", alerts,
                publisher.metric("IteratorAge", MetricOptions.builder()
                        .period(Duration.minutes(1)).statistic("Maximum").build()),
                Duration.minutes(1).toMilliseconds(),
                "Changes of orders wait more than a minute to be published; after 24 hours the stream forgets them.");
    }

    /// A deferred message is a new one, so the age of the oldest message does not show how long it has waited.
    private void alarmOnWhatIsPutOff(WorkQueue queue, String description) {
        new OperatorAlarm(queue, "PutOff", alerts,
                queue.metricApproximateNumberOfMessagesDelayed(MetricOptions.builder()
                        .period(Duration.minutes(1)).statistic("Maximum").build()),
                0, description);
    }

    private WorkQueue queue(String work, JavaFunction consumer, WorkQueue.Batches batches) {
        return kept(new WorkQueue(this, work, consumer, batches, deployment, alerts));
    }

    private WorkQueue kept(WorkQueue queue) {
        queues.add(queue);
        deadLetters.add(queue.deadLetters());
        return queue;
    }

    private void tell(String consumer, IQueue queue, String... eventTypes) {
        deadLetters.add(events.deliver(this, consumer, queue, List.of(eventTypes)));
    }

    private void output(IQueue queue) {
        CfnOutput.Builder.create(this, queue.getNode().getId() + "Url").value(queue.getQueueUrl()).build();
    }
}
