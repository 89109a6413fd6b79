package dev.stampede.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepTest {
    private final Templates dev = Templates.dev();
    private final Templates.Resource rule = dev.byName("AWS::Events::Rule").get("EveryMinute");

    @Test
    void ordersAreSweptEveryMinute() {
        assertThat(rule.property("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
        assertThat(rule.property("State").asText()).isEqualTo("ENABLED");
        assertThat(Templates.items(rule.property("Targets"))).hasSize(1);
        assertThat(rule.text("Targets/0/Arn")).isEqualTo("SweepOrdersAliaslive");
    }

    @Test
    void oneSweepIsOverBeforeTheNextBegins() {
        assertThat(dev.functions().get("SweepOrders").property("Timeout").asInt()).isLessThan(60);
    }

    @Test
    void aSweepThatCannotBeMadeIsKept() {
        assertThat(rule.text("Targets/0/DeadLetterConfig/Arn")).isEqualTo("SweepOrdersDeadLetters");
        assertThat(dev.functions().get("SweepOrders").text("DeadLetterConfig/TargetArn"))
                .isEqualTo("SweepOrdersDeadLetters");
    }

    @Test
    void onlyTheRuleOfTheScheduleMayInvokeItAndKeepWhatItCouldNot() {
        Templates.Resource permission = dev.all("AWS::Lambda::Permission")
                .filter(it -> it.text("FunctionName").equals("SweepOrdersAliaslive")).findFirst().orElseThrow();
        Templates.Resource policy = dev.all("AWS::SQS::QueuePolicy")
                .filter(it -> it.text("Queues/0").equals("SweepOrdersDeadLetters")).findFirst().orElseThrow();

        assertThat(permission.property("Principal").asText()).isEqualTo("events.amazonaws.com");
        assertThat(permission.text("SourceArn")).isEqualTo(rule.name());
        assertThat(Templates.items(policy.property("PolicyDocument/Statement")))
                .filteredOn(statement -> statement.path("Effect").asText().equals("Allow"))
                .singleElement().satisfies(allow -> {
                    assertThat(allow.at("/Principal/Service").asText()).isEqualTo("events.amazonaws.com");
                    assertThat(dev.resolve(policy.stack(), allow.at("/Condition/ArnEquals/aws:SourceArn")))
                            .isEqualTo(rule.name());
                });
    }

    @Test
    void whoWaitsForAProductIsToldInTheSameWay() {
        Templates.Resource notices = dev.byName("AWS::Events::Rule").get("NotifyRestockedEveryMinute");

        assertThat(notices.property("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
        assertThat(notices.text("Targets/0/Arn")).isEqualTo("NotifyRestockedAliaslive");
        assertThat(notices.text("Targets/0/DeadLetterConfig/Arn")).isEqualTo("NotifyRestockedDeadLetters");
        assertThat(dev.functions().get("NotifyRestocked").text("DeadLetterConfig/TargetArn"))
                .isEqualTo("NotifyRestockedDeadLetters");
        assertThat(dev.functions().get("NotifyRestocked").property("Timeout").asInt()).isLessThan(60);
    }

    @Test
    void anOperatorIsToldWhenWhatRunsEveryMinuteDoesNot() {
        Map<String, Templates.Resource> alarms = dev.byName("AWS::CloudWatch::Alarm");

        for (String function : List.of("SweepOrders", "NotifyRestocked")) {
            Templates.Resource silent = alarms.remove(function + "Silent");
            assertThat(silent.property("MetricName").asText()).isEqualTo("Invocations");
            assertThat(silent.text("Dimensions/0/Value")).isEqualTo(function);
            assertThat(silent.property("ComparisonOperator").asText()).isEqualTo("LessThanThreshold");
            assertThat(silent.property("Threshold").asInt()).isEqualTo(1);
            assertThat(silent.property("TreatMissingData").asText()).isEqualTo("breaching");
        }
        assertThat(alarms).allSatisfy((name, alarm) -> assertThat(alarm.property("TreatMissingData").asText()).as(name)
                .isEqualTo("notBreaching"));
    }
}
