package dev.stampede.cloud.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulesTest {

    @TempDir
    private Path assembly;

    private final List<String> invocations = new CopyOnWriteArrayList<>();

    @Test
    void aRuleInvokesItsFunctionAgainAndAgainWithAScheduledEvent() throws IOException {
        try (Schedules _ = schedules("""
                {"Type": "AWS::Events::Rule", "Properties": {"ScheduleExpression": "rate(1 second)",
                  "Targets": [{"Arn": "arn:aws:lambda:us-east-1:000000000000:function:Sweeper"}]}}""")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> invocations.size() >= 2);
        }

        assertThat(invocations.getFirst()).startsWith("arn:aws:lambda:us-east-1:000000000000:function:Sweeper ")
                .contains("\"detail-type\":\"Scheduled Event\"")
                .contains("arn:aws:events:us-east-1:000000000000:rule/Every");
    }

    @Test
    void aScheduleGivesItsFunctionTheInputItNames() throws IOException {
        try (Schedules _ = schedules("""
                {"Type": "AWS::Scheduler::Schedule", "Properties": {"ScheduleExpression": "rate(1 second)",
                  "Target": {"Arn": "Sweeper", "Input": "{\\"what\\":\\"all\\"}"}}}""")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> !invocations.isEmpty());
        }

        assertThat(invocations.getFirst()).isEqualTo("Sweeper {\"what\":\"all\"}");
    }

    @Test
    void aDisabledRuleInvokesNothingAndACronIsRefusedByName() throws IOException {
        schedules(
                """
                        {"Type": "AWS::Events::Rule", "Properties": {"ScheduleExpression": "cron(0 12 * * ? *)", "State": "DISABLED",
                          "Targets": [{"Arn": "Sweeper"}]}}""")
                .close();

        assertThatThrownBy(() -> schedules("""
                {"Type": "AWS::Events::Rule", "Properties": {"ScheduleExpression": "cron(0 12 * * ? *)",
                  "Targets": [{"Arn": "Sweeper"}]}}"""))
                .isInstanceOf(UnsupportedTemplateException.class)
                .hasMessageContaining("Every")
                .hasMessageContaining("cron(0 12 * * ? *)");
    }

    private Schedules schedules(String rule) throws IOException {
        Files.writeString(assembly.resolve("S.template.json"), "{\"Resources\": {\"Every\": " + rule + "}}");
        Files.writeString(assembly.resolve("manifest.json"),
                """
                        {"artifacts": {"S": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "S.template.json"}}}}""");
        Template template = Template.read(assembly, new Template.Addresses(
                URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:2")));
        return new Schedules(template,
                (function, event) -> invocations.add(function + " " + new String(event, StandardCharsets.UTF_8)));
    }
}
