package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.LaptopCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The template without one grant, run as it is: what the function may not do fails here as it would in AWS.
@Tag("whole-flow")
class GrantFlowTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path assembly;

    @Test
    void aGrantTakenOutOfTheTemplateFailsTheFlowNamingRoleActionAndResource() {
        copyAssembly();
        assertThat(removeGrant("PaymentRole", "dynamodb:UpdateItem", "Orders")).isPositive();

        LaptopCloud.Settings settings = RunningShop.settings(assembly);
        try (LaptopCloud cloud = LaptopCloud.start(settings)) {
            Shop shop = new Shop(cloud, settings.state());
            Shop.Answer accepted = shop.buy("rtx-4090", 1);
            Throwable failure = catchThrowable(() -> shop.awaitStatus(accepted, "CONFIRMED"));

            assertThat(failure).hasStackTraceContaining("AccessDenied")
                    .hasStackTraceContaining("PaymentRole")
                    .hasStackTraceContaining("dynamodb:UpdateItem")
                    .hasStackTraceContaining("arn:aws:dynamodb:us-east-1:000000000000:table/Orders");
        }
    }

    private void copyAssembly() {
        Path source = RunningShop.root().resolve("cdk.out");
        try (Stream<Path> files = Files.list(source)) {
            files.forEach(file -> {
                try {
                    if (file.getFileName().toString().endsWith(".json")) {
                        Files.copy(file, assembly.resolve(file.getFileName()));
                    } else {
                        Files.createSymbolicLink(assembly.resolve(file.getFileName()), file);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return how many statements it was taken out of
    private int removeGrant(String role, String action, String table) {
        int removed = 0;
        try (Stream<Path> templates = Files.list(assembly)) {
            for (Path file : templates.filter(path -> path.toString().endsWith(".template.json")).toList()) {
                JsonNode template = JSON.readTree(file.toFile());
                for (JsonNode resource : template.path("Resources")) {
                    if (resource.path("Type").asText().equals("AWS::IAM::Policy")
                            && resource.at("/Properties/Roles").toString().contains(role)) {
                        removed += removeFrom((ArrayNode) resource.at("/Properties/PolicyDocument/Statement"), action,
                                table);
                    }
                }
                JSON.writeValue(file.toFile(), template);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return removed;
    }

    private static int removeFrom(ArrayNode statements, String action, String table) {
        int removed = 0;
        for (JsonNode statement : statements) {
            if (statement.path("Resource").toString().contains(table)) {
                JsonNode actions = statement.path("Action");
                List<String> kept = Stream.concat(
                        actions.isTextual() ? Stream.of(actions.asText()) : Stream.empty(),
                        actions.valueStream().map(JsonNode::asText))
                        .filter(each -> !each.equals(action))
                        .toList();
                removed += kept.size() < Math.max(1, actions.size()) ? 1 : 0;
                ArrayNode rest = ((ObjectNode) statement).putArray("Action");
                kept.forEach(rest::add);
            }
        }
        return removed;
    }
}
