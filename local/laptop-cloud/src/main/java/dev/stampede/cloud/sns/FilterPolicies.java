package dev.stampede.cloud.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.gateway.Protocol;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.event.ruler.Machine;

/// Tells which subscriptions of a topic a message goes to, by AWS's own matcher
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html).
final class FilterPolicies {

    private final List<Subscription> subscriptions;
    private final Machine onAttributes = Machine.builder().build();
    private final Machine onBody = Machine.builder().build();

    FilterPolicies(List<Subscription> subscriptions) {
        this.subscriptions = subscriptions;
        subscriptions.stream().filter(FilterPolicies::filters).forEach(each -> {
            try {
                (each.onBody() ? onBody : onAttributes).addRule(each.arn(), each.filterPolicy().toString());
            } catch (IOException | RuntimeException e) {
                throw new UnsupportedTemplateException("The laptop cloud does not know the filter policy of "
                        + each.arn() + ": " + e.getMessage());
            }
        });
    }

    List<Subscription> matching(SnsMessage message) {
        Set<String> matched = new HashSet<>();
        match(onAttributes, attributes(message), matched);
        if (!onBody.isEmpty()) {
            match(onBody, message.message(), matched);
        }
        return subscriptions.stream().filter(each -> !filters(each) || matched.contains(each.arn())).toList();
    }

    private static boolean filters(Subscription subscription) {
        return !subscription.filterPolicy().isEmpty();
    }

    private static void match(Machine machine, String json, Set<String> matched) {
        try {
            matched.addAll(machine.rulesForJSONEvent(json));
        } catch (Exception e) {
            // A body that is no JSON object passes no filter on the body.
            return;
        }
    }

    /// Numbers are matched as numbers, an array by any of its elements; binary attributes cannot be matched.
    private static String attributes(SnsMessage message) {
        ObjectNode event = Protocol.MAPPER.createObjectNode();
        message.attributes().forEach((name, attribute) -> {
            switch (attribute.type().replaceFirst("^(String|Number)\\.(?!Array).*", "$1")) {
                case "String" -> event.put(name, attribute.value());
                case "Number" -> event.set(name, json(attribute.value()));
                case "String.Array" -> event.set(name, json(attribute.value()));
                default -> {}
            }
        });
        return event.toString();
    }

    private static JsonNode json(String value) {
        try {
            return Protocol.MAPPER.readTree(value);
        } catch (IOException e) {
            return Protocol.MAPPER.getNodeFactory().textNode(value);
        }
    }
}
