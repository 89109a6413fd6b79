package dev.stampede.infra;

import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmProps;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// Tells the operators when a metric is above its threshold. No traffic, and so no metric, is not an alarm.
public final class OperatorAlarm extends Alarm {

    public OperatorAlarm(Construct scope, String id, ITopic alerts, IMetric metric, Number threshold, String meaning) {
        super(scope, id, AlarmProps.builder()
                .metric(metric)
                .threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .alarmDescription(meaning + " See docs/runbook.md.")
                .build());
        addAlarmAction(new SnsAction(alerts));
    }
}
