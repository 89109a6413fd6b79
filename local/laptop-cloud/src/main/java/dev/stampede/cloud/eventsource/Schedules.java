package dev.stampede.cloud.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// EventBridge rules and schedules that invoke functions, asynchronously, at a rate. Cron expressions are refused by
/// name: nothing in the shop uses them
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html).
final class Schedules implements AutoCloseable {

    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (second|minute|hour|day)s?\\)");

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("schedules").factory());
    private final BiConsumer<String, byte[]> invokeLater;

    /// @param invokeLater takes a function and an event for asynchronous invocation
    Schedules(Template template, BiConsumer<String, byte[]> invokeLater) {
        this.invokeLater = invokeLater;
        template.ofType("AWS::Events::Rule").stream()
                .filter(rule -> rule.optionalText("ScheduleExpression").isPresent())
                .forEach(rule -> start(rule, rule.list("Targets")));
        template.ofType("AWS::Scheduler::Schedule")
                .forEach(schedule -> start(schedule, List.of(schedule.at("Target"))));
    }

    private void start(Resource rule, List<JsonNode> targets) {
        if (rule.optionalText("State").filter("DISABLED"::equals).isPresent()) {
            return;
        }
        Duration every = rate(rule);
        for (JsonNode target : targets) {
            timer.scheduleAtFixedRate(
                    () -> invokeLater.accept(target.get("Arn").asText(), event(rule, target)),
                    every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    static Duration rate(Resource rule) {
        Matcher rate = RATE.matcher(rule.text("ScheduleExpression"));
        if (!rate.matches()) {
            throw new UnsupportedTemplateException("The laptop cloud knows rate(...) schedules only; "
                    + rule.logicalId() + " has " + rule.text("ScheduleExpression"));
        }
        long count = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "second" -> Duration.ofSeconds(count);
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static byte[] event(Resource rule, JsonNode target) {
        if (target.hasNonNull("Input")) {
            return target.get("Input").asText().getBytes(StandardCharsets.UTF_8);
        }
        var event = AwsCalls.JSON.createObjectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", Template.ACCOUNT)
                .put("time", Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString())
                .put("region", Template.REGION);
        event.putArray("resources").add(rule.arn());
        event.putObject("detail");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
