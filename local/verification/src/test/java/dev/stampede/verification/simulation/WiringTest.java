package dev.stampede.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.verification.simulation.WorkQueue.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The simulation connects the functions as the template does.
class WiringTest {

    private static final Template TEMPLATE = Template.read(
            Path.of("../../cdk.out"),
            new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));
    private static final Map<String, Settings> SETTINGS = Map.of(
            "Orders", Wiring.ORDERS, "Payment", Wiring.PAYMENT, "Fraud", Wiring.FRAUD, "Inventory", Wiring.INVENTORY,
            "Email", Wiring.EMAIL, "Analytics", Wiring.ANALYTICS);

    /// Queues of functions that the simulation leaves out.
    private static final Set<String> NOT_SIMULATED = Set.of("AccessCode");

    static Stream<String> queues() {
        return SETTINGS.keySet().stream().sorted();
    }

    @Test
    void everySubscriptionIsThatOfTheTemplateAndNoneIsMissing() {
        Map<String, Set<String>> subscriptions = new HashMap<>();
        for (Resource subscription : TEMPLATE.ofType("AWS::SNS::Subscription")) {
            Set<String> types = new HashSet<>();
            subscription.at("FilterPolicy/event_type").forEach((JsonNode type) -> types.add(type.asText()));
            subscriptions.put(consumer(subscription.text("Endpoint")), types);
        }

        assertThat(subscriptions).isEqualTo(Wiring.SUBSCRIPTIONS);
    }

    @Test
    void everyQueueThatAFunctionReadsIsSimulatedOrLeftOutByName() {
        Set<String> read = TEMPLATE.ofType("AWS::Lambda::EventSourceMapping").stream()
                .flatMap(mapping -> mapping.optionalText("EventSourceArn").stream())
                .filter(arn -> arn.startsWith("arn:aws:sqs:"))
                .map(WiringTest::consumer)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = new TreeSet<>(SETTINGS.keySet());
        known.addAll(NOT_SIMULATED);
        assertThat(read).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void everyQueueIsReadAsItsEventSourceMappingSays(String work) {
        Settings settings = SETTINGS.get(work);
        Resource queue = TEMPLATE.ofType("AWS::SQS::Queue").stream()
                .filter(it -> it.name().equals(work + "Queue")).findFirst().orElseThrow();
        Resource mapping = TEMPLATE.ofType("AWS::Lambda::EventSourceMapping").stream()
                .filter(it -> it.optionalText("EventSourceArn").filter(arn -> arn.equals(queue.arn())).isPresent())
                .findFirst().orElseThrow();

        assertThat(settings).isEqualTo(new Settings(
                mapping.integer("BatchSize", 10),
                mapping.integer("MaximumBatchingWindowInSeconds", 0) * 1000L,
                mapping.at("ScalingConfig/MaximumConcurrency").asInt(),
                queue.integer("VisibilityTimeout", 30) * 1000L,
                queue.at("RedrivePolicy/maxReceiveCount").asInt()));
    }

    @Test
    void everyTableHasTheKeysAndIndexesOfTheTemplate() {
        assertThat(Wiring.TABLES).allSatisfy(table -> {
            Resource resource = TEMPLATE.ofType("AWS::DynamoDB::Table").stream()
                    .filter(it -> it.name().equals(table.name())).findFirst().orElseThrow();
            assertThat(table).isEqualTo(new Wiring.Table(table.name(), key(resource.at("KeySchema")),
                    resource.list("GlobalSecondaryIndexes").stream()
                            .map(index -> new Wiring.Index(index.get("IndexName").asText(), key(index.get("KeySchema")),
                                    index.at("/Projection/ProjectionType").asText()))
                            .toList()));
        });
    }

    /// The consumer's name: that of its queue without `Queue`.
    private static String consumer(String queueArn) {
        return queueArn.substring(queueArn.lastIndexOf(':') + 1).replaceFirst("Queue$", "");
    }

    private static List<String> key(JsonNode schema) {
        return schema.valueStream().map(part -> part.get("AttributeName").asText()).toList();
    }
}
