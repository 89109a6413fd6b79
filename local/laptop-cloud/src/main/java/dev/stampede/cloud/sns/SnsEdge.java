package dev.stampede.cloud.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.iam.ResourcePolicies;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.journal.OrderIds;
import dev.stampede.cloud.lambda.AsyncInvocations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The topics of the template and their subscriptions. A message is in its queues before the publisher has its answer,
/// so that none is lost between the two.
public final class SnsEdge {

    private final Map<String, Resource> topics = new LinkedHashMap<>();
    private final Map<String, FilterPolicies> filters = new LinkedHashMap<>();
    private final List<Subscription> subscriptions;
    private final QueueDelivery queues;
    private final AsyncInvocations functions;
    private final ResourcePolicies policies;
    private final Journal journal;
    private final FaultInjector faults;

    public SnsEdge(Template template, QueueDelivery queues, AsyncInvocations functions, ResourcePolicies policies,
            Journal journal, FaultInjector faults) {
        this.subscriptions = template.ofType("AWS::SNS::Subscription").stream().map(Subscription::of).toList();
        template.ofType("AWS::SNS::Topic").forEach(topic -> {
            topics.put(topic.arn(), topic);
            filters.put(topic.arn(), new FilterPolicies(subscriptionsOf(topic.arn())));
        });
        this.queues = queues;
        this.functions = functions;
        this.policies = policies;
        this.journal = journal;
        this.faults = faults;
    }

    Optional<Resource> topic(String arn) {
        return Optional.ofNullable(topics.get(arn));
    }

    List<Resource> topics() {
        return List.copyOf(topics.values());
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    List<Subscription> subscriptionsOf(String topicArn) {
        return subscriptions.stream().filter(each -> each.topicArn().equals(topicArn)).toList();
    }

    /// @param messages to a topic that there is
    void publish(String topicArn, List<SnsMessage> messages) {
        Map<Subscription, List<SnsMessage>> routed = new LinkedHashMap<>();
        messages.forEach(message -> Objects.requireNonNull(filters.get(topicArn), topicArn).matching(message)
                .forEach(subscription -> routed.computeIfAbsent(subscription, _ -> new ArrayList<>()).add(message)));
        routed.forEach((subscription, some) -> {
            switch (subscription.protocol()) {
                case "sqs" -> queues.deliver(subscription, withCopies(subscription, some));
                default -> some.forEach(message -> invoke(subscription, message));
            }
        });
    }

    /// What a topic delivers twice to a queue is two messages there, with ids of their own.
    private List<SnsMessage> withCopies(Subscription subscription, List<SnsMessage> messages) {
        return messages.stream()
                .flatMap(message -> faults.again(name(subscription), subscription.endpointName()).isPresent()
                        ? Stream.of(message, message)
                        : Stream.of(message))
                .toList();
    }

    private String name(Subscription subscription) {
        return Objects.requireNonNull(topics.get(subscription.topicArn())).name();
    }

    private void invoke(Subscription subscription, SnsMessage message) {
        if (!functions.knows(subscription.endpoint())) {
            queues.deadLetter(subscription, message, "there is no function " + subscription.endpoint());
        } else if (!policies.mayInvoke("sns.amazonaws.com", subscription.topicArn(), subscription.endpoint())) {
            queues.deadLetter(subscription, message,
                    subscription.endpointName() + " does not permit " + subscription.topicArn() + " to invoke it");
        } else {
            ObjectNode event = Protocol.MAPPER.createObjectNode();
            event.putArray("Records").addObject()
                    .put("EventSource", "aws:sns")
                    .put("EventVersion", "1.0")
                    .put("EventSubscriptionArn", subscription.arn())
                    .set("Sns", message.notification(subscription));
            functions.deliver(name(subscription), subscription.endpoint(),
                    event.toString().getBytes(StandardCharsets.UTF_8));
            journal.note(new Journal.Hop(Instant.now(), "deliver", name(subscription),
                    subscription.endpointName(), message.label(), "ok", 0, OrderIds.in(message.message())));
        }
    }
}
