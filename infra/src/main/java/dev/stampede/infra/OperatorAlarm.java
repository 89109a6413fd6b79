package dev.stampede.infra;

import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmProps;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// Alarms the operators when a metric is out of range.
public final class OperatorAlarm extends Alarm {

    /// Alarms when the metric is above the threshold. Without traffic there is no metric, which is no alarm.
    public OperatorAlarm(Construct scope, String id, ITopic alerts, IMetric metric, Number threshold, String meaning) {
        this(scope, id, alerts, props(metric, meaning)
                .threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build());
    }

    private OperatorAlarm(Construct scope, String id, ITopic alerts, AlarmProps props) {
        super(scope, id, props);
        addAlarmAction(new SnsAction(alerts));
    }

    /// Alarms when something that must never stop has stopped.
    public static OperatorAlarm ofSilence(Construct scope, String id, ITopic alerts, IMetric metric, String meaning) {
        return new OperatorAlarm(scope, id, alerts, props(metric, meaning)
                .threshold(1)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .treatMissingData(TreatMissingData.BREACHING)
                .build());
    }

    private static AlarmProps.Builder props(IMetric metric, String meaning) {
        return AlarmProps.builder()
                .metric(metric)
                .evaluationPeriods(1)
                .alarmDescription(meaning + " See docs/runbook.md.");
    }
}
