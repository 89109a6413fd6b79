package dev.stampede.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

class AppTest {

    @Test
    void twoSynthesesInTwoProcessesGiveTheSameTemplates(@TempDir Path output) throws IOException, InterruptedException {
        Started second = start(Synthesis.SHOP, output);

        assertThat(second.exit()).as(second.errors()).isZero();
        assertThat(new Templates(output).stacks()).isEqualTo(Templates.dev().stacks());
    }

    @Test
    void aFolderThatIsNotBuiltIsRefusedInOneSentence(@TempDir Path empty) throws IOException, InterruptedException {
        Started unbuilt = start(empty, empty.resolve("cdk.out"));

        assertThat(unbuilt.exit()).isEqualTo(1);
        assertThat(unbuilt.errors().lines().toList().getLast())
                .isEqualTo(
                        "functions/reservation/target/function.jar has not been built yet: run ./stampede build, then try again.");
    }

    @Test
    void aStageThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatThrownBy(() -> deployment(Map.of("stage", "production")))
                .isInstanceOf(CannotSynthesize.class)
                .hasMessage("There is no stage 'production': use -c stage=dev|staging|prod.");
    }

    @Test
    void aDomainWithoutItsZoneIsRefused() {
        assertThatThrownBy(() -> deployment(Map.of("domainName", "shop.example.com")))
                .isInstanceOf(CannotSynthesize.class).hasMessageContaining("-c hostedZoneId=");
    }

    @Test
    void withoutAStageTheDeploymentIsADevelopersAndBelongsToNoAccount() {
        Deployment deployment = deployment(Map.of());

        assertThat(deployment.stage()).isEqualTo(Stage.DEV);
        assertThat(deployment.environment()).isEmpty();
        assertThat(deployment.keepsData()).isFalse();
    }

    @Test
    void theCommandLineIsPinnedToOneThatWorks() throws IOException {
        assertThat(new ObjectMapper().readTree(Path.of("../package.json").toFile()).at("/devDependencies/aws-cdk")
                .asText())
                .isEqualTo("2.1148.1");
    }

    @Test
    void theOperatorFindsEveryAddressInTheOutputs() {
        assertThat(
                Templates.dev().stacks().values().stream().flatMap(stack -> stack.path("Outputs").properties().stream())
                        .map(Map.Entry::getKey))
                .contains("SiteUrl", "ApiUrl", "UserPoolId", "UserPoolClientId", "DashboardUrl",
                        "OrdersTableName", "OrdersQueueUrl", "OrdersDeadLettersUrl", "EmailQueueUrl",
                        "StreamDeadLettersUrl",
                        "OrderEventsTopicArn", "OperatorAlertsTopicArn");
    }

    private static Deployment deployment(Map<String, String> context) {
        App app = Synthesis.app(context, Synthesis.TARGET.resolve("refused"));
        return StampedeApp.deployment(app, Synthesis.FRANKFURT, Synthesis.SHOP);
    }

    private record Started(int exit, String errors) {}

    /// Starts the app as cdk.json does, in a process of its own.
    private static Started start(Path folder, Path output) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-cp", System.getProperty("java.class.path"), "dev.stampede.infra.StampedeApp"))
                .directory(folder.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        java.environment().put("CDK_OUTDIR", output.toString());
        java.environment().put("CDK_CONTEXT_JSON", new ObjectMapper().writeValueAsString(Synthesis.settings()));
        Process process = java.start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Started(process.waitFor(), errors);
    }
}
