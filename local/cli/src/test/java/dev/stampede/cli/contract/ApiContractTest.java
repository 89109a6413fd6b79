package dev.stampede.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApiContractTest {

    private static final ApiContract CONTRACT = ApiContract.read();

    @Test
    void theContractHasEveryRouteOfTheTemplateAndNoOther() {
        Template template = Template.read(Path.of("../../cdk.out"),
                new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));

        assertThat(CONTRACT.operations().stream().map(ApiContract.Operation::key).collect(Collectors.toSet()))
                .isEqualTo(template.ofType("AWS::ApiGatewayV2::Route").stream()
                        .map(route -> route.text("RouteKey").replace("HEAD ", "GET "))
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyExampleOfABodyIsOneThatItsSchemaTakes() {
        CONTRACT.operations().forEach(operation -> {
            String content = operation.pointer() + "/requestBody/content/application~1json";
            var examples = operation.node().at("/requestBody/content/application~1json/examples");
            examples.properties().forEach(example -> assertThat(CONTRACT.complaint(
                    operation.key() + " " + example.getKey(), content + "/schema", example.getValue().get("value")))
                    .isEmpty());
            var example = operation.node().at("/requestBody/content/application~1json/example");
            if (!example.isMissingNode()) {
                assertThat(CONTRACT.complaint(operation.key(), content + "/schema", example)).isEmpty();
            }
        });
    }

    @Test
    void anAnswerThatIsNotAsWrittenIsComplainedOf() throws Exception {
        ObjectNode health = (ObjectNode) new ObjectMapper().readTree("""
                {"success":true,"message":"The shop is open","data":{"status":"UP","stage":"dev"},
                 "timestamp":"2026-01-01T00:00:00.000Z"}""");

        assertThat(CONTRACT.complaint("GET", "/health", 200, health)).isEmpty();
        assertThat(CONTRACT.complaint("GET", "/health", 418, health)).get().asString().contains("418");
        health.withObject("/data").put("status", "DOWN");
        assertThat(CONTRACT.complaint("GET", "/health", 200, health)).get().asString().contains("status");
    }
}
