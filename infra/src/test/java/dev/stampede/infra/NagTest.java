package dev.stampede.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagReportFormat;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.constructs.IConstruct;

/// The rules of cdk-nag (AwsSolutions and Serverless) and the CDK's own validation. A synthesis with an error fails.
class NagTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aDevelopersStacksBreakNoRuleThatIsNotExcused() throws IOException {
        check("dev", Map.of(), 27, Stream.of(Suppression.everywhere(), List.of(Suppression.withoutDomain(),
                Suppression.uploader("arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>")))
                .flatMap(List::stream).toList());
    }

    @Test
    void prodBreaksNoRuleThatIsNotExcused() throws IOException {
        check("prod", Synthesis.PROD, 26, Stream.of(Suppression.everywhere(),
                List.of(Suppression.uploader("arn:aws:s3:::cdk-hnb659fds-assets-111122223333-eu-central-1")))
                .flatMap(List::stream).toList());
    }

    @Test
    void theLibrarysOwnValidationFindsNothing() throws IOException {
        Templates.dev();
        Templates.prod();

        for (String stage : List.of("dev", "prod")) {
            Path report = Synthesis.TARGET.resolve(stage).resolve("validation-report.json");
            JsonNode reports = Files.exists(report)
                    ? JSON.readTree(report.toFile()).path("pluginReports")
                    : JSON.createArrayNode();
            assertThat(reports.findValues("violations")).allMatch(JsonNode::isEmpty);
        }
    }

    private static void check(String stage, Map<String, String> context, int reasons, List<Suppression> suppressions)
            throws IOException {
        assertThat(suppressions).hasSize(reasons).allMatch(it -> it.reason().length() > 20);

        Path output = Synthesis.of("nag-" + stage, context, app -> {
            suppress(app, suppressions, "Stampede-" + stage + "-");
            Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reports(true)
                    .reportFormats(List.of(NagReportFormat.JSON)).build());
            Aspects.of(app).add(ServerlessChecks.Builder.create().reports(true)
                    .reportFormats(List.of(NagReportFormat.JSON)).build());
        });

        Map<String, List<JsonNode>> findings = findings(output);
        assertThat(findings.getOrDefault("Non-Compliant", List.of())).isEmpty();
        assertThat(findings.getOrDefault("UNKNOWN", List.of())).isEmpty();
        assertThat(counted(findings.get("Suppressed"))).containsExactlyInAnyOrderElementsOf(expected(suppressions));
    }

    private static void suppress(App app, List<Suppression> suppressions, String prefix) {
        for (IConstruct construct : app.getNode().findAll()) {
            String path = construct.getNode().getPath();
            suppressions.stream().filter(it -> path.matches(prefix + it.path()))
                    .forEach(it -> NagSuppressions.addResourceSuppressions(construct,
                            List.of(NagPackSuppression.builder()
                                    .id(it.rule())
                                    .reason(it.reason())
                                    .appliesTo(it.appliesTo().isEmpty() ? null : List.copyOf(it.appliesTo()))
                                    .build())));
        }
    }

    /// The lines of all reports, by how they were judged.
    private static Map<String, List<JsonNode>> findings(Path output) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (Stream<Path> reports = Files.list(output)) {
            for (Path report : reports.filter(it -> it.toString().endsWith("NagReport.json")).toList()) {
                JSON.readTree(report.toFile()).path("lines").forEach(lines::add);
            }
        }
        return lines.stream().collect(Collectors.groupingBy(line -> line.path("compliance").asText()));
    }

    /// How many findings each reason excuses: a pattern that starts to cover more than it was written for is seen here.
    private static List<String> counted(List<JsonNode> suppressed) {
        return suppressed.stream().collect(Collectors.toMap(
                line -> line.path("ruleId").asText() + ": " + withoutFinding(line.path("exceptionReason").asText()),
                _ -> 1, Integer::sum))
                .entrySet().stream().map(it -> it.getValue() + " x " + it.getKey()).toList();
    }

    /// The report writes the permission that is excused before the reason.
    private static String withoutFinding(String reason) {
        return reason.replaceFirst("^\\[.*?] ", "");
    }

    private static List<String> expected(List<Suppression> suppressions) {
        return suppressions.stream().map(it -> "%d x %s: %s".formatted(it.findings(), it.rule(), it.reason())).toList();
    }
}
