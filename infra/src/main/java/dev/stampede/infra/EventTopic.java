package dev.stampede.infra;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.TopicProps;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/// A topic whose subscriptions each filter by event type and have a dead-letter queue of their own.
///
/// SNS does not retry what it is not allowed to deliver (a policy, a deleted queue): without a dead-letter queue a
/// subscription would lose it.
public final class EventTopic extends Topic {
    private final Deployment deployment;
    private final ITopic alerts;

    public EventTopic(Construct scope, String id, Deployment deployment, ITopic alerts) {
        super(scope, id, TopicProps.builder().enforceSsl(true).build());
        this.deployment = deployment;
        this.alerts = alerts;
    }

    /// Sends events of these types to the queue as they were published, without SNS's envelope.
    public DeadLetters deliver(Construct scope, String consumer, IQueue work, List<String> eventTypes) {
        DeadLetters undelivered = undelivered(scope, consumer);
        addSubscription(SqsSubscription.Builder.create(work)
                .rawMessageDelivery(true)
                .filterPolicy(only(eventTypes))
                .deadLetterQueue(undelivered)
                .build());
        return undelivered;
    }

    private DeadLetters undelivered(Construct scope, String consumer) {
        return new DeadLetters(scope, consumer + "SubscriptionDeadLetters", deployment, alerts);
    }

    private static Map<String, SubscriptionFilter> only(List<String> eventTypes) {
        return Map.of("event_type", SubscriptionFilter.stringFilter(
                StringConditions.builder().allowlist(eventTypes).build()));
    }
}
