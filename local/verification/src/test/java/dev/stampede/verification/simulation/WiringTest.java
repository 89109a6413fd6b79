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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The simulation connects the functions as the template does.
class WiringTest {

    private static final Template TEMPLATE = Template.read(
            Path.of("../../cdk.out"),
            new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));
    private static final Map<String, Settings> SETTINGS = Map.of(
            "Orders", Wiring.ORDERS, "Payment", Wiring.PAYMENT, "Fraud", Wiring.FRAUD, "Inventory", Wiring.INVENTORY,
            "Email", Wiring.EMAIL, "Analytics", Wiring.ANALYTICS);

    @Test
    void everySubscriberHearsTheTypesThatItsFilterNames() {
        Map<String, Set<String>> subscriptions = new HashMap<>();
        for (Resource subscription : TEMPLATE.ofType("AWS::SNS::Subscription")) {
            String endpoint = subscription.text("Endpoint");
            Wiring.SUBSCRIPTIONS.keySet().stream().filter(endpoint::contains).forEach(consumer -> {
                Set<String> types = new HashSet<>();
                subscription.at("FilterPolicy/event_type").forEach((JsonNode type) -> types.add(type.asText()));
                subscriptions.put(consumer, types);
            });
        }

        assertThat(subscriptions).isEqualTo(Wiring.SUBSCRIPTIONS);
    }

    @ParameterizedTest
    @CsvSource({"Orders", "Payment", "Fraud", "Inventory", "Email"})
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

    private static List<String> key(JsonNode schema) {
        return schema.valueStream().map(part -> part.get("AttributeName").asText()).toList();
    }
}
