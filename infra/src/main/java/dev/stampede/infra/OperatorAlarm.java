package dev.stampede.infra;

import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmProps;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// Tells the operators of a metric that is not as it should be.
public final class OperatorAlarm extends Alarm {

    /// When the metric is above the threshold. No traffic, and so no metric, is not an alarm.
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

    /// When there is less than one of something that never stops.
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
