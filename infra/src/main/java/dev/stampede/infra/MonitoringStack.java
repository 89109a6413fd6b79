package dev.stampede.infra;

import java.util.List;
import java.util.function.Function;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.PeriodOverride;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// One page on which an operator sees a sale, and the alarms that belong to no single queue or function.
public final class MonitoringStack extends Stack {
    private static final Duration PERIOD = Duration.minutes(1);

    public MonitoringStack(Construct scope, String id, StackProps props, IHttpApi api, Tables tables, Workload workload,
            ITopic alerts) {
        super(scope, id, props);
        Dashboard dashboard = Dashboard.Builder.create(this, "Dashboard").periodOverride(PeriodOverride.AUTO).build();
        dashboard.addWidgets(
                graph("Requests, refusals, failures", List.of(
                        api.metricCount(sum()), api.metricClientError(sum()), api.metricServerError(sum()))),
                graph("Latency of the API, p99, ms", List.of(api.metricLatency(statistic("p99")))));
        dashboard.addWidgets(
                graph("Messages waiting", each(workload.queues(),
                        queue -> queue.metricApproximateNumberOfMessagesVisible(statistic("Maximum")))),
                graph("Age of the oldest message, s", each(workload.queues(),
                        queue -> queue.metricApproximateAgeOfOldestMessage(statistic("Maximum")))),
                graph("Dead letters", each(workload.deadLetters(),
                        queue -> queue.metricApproximateNumberOfMessagesVisible(statistic("Maximum")))));
        dashboard.addWidgets(
                graph("Invocations", each(workload.functions(), function -> function.metricInvocations(sum()))),
                graph("Failed invocations", each(workload.functions(), function -> function.metricErrors(sum()))),
                graph("Duration, p99, ms",
                        each(workload.functions(), function -> function.metricDuration(statistic("p99")))));
        dashboard.addWidgets(
                graph("Write units", each(tables.all(), table -> table.metricConsumedWriteCapacityUnits(sum()))),
                graph("Transaction conflicts", each(List.of(tables.stock(), tables.orders()),
                        table -> table.metric("TransactionConflict", sum()))));

        new OperatorAlarm(this, "ApiFailing", alerts, api.metricServerError(sum()), 5,
                "The API answers with 5xx.");
        new OperatorAlarm(this, "ApiSlow", alerts, api.metricLatency(statistic("p99")), 3000,
                "One request in a hundred takes more than 3 seconds.");
        for (ITable table : List.of(tables.stock(), tables.orders())) {
            String name = table.getNode().getId();
            new OperatorAlarm(this, name + "Throttled", alerts, table.metric("WriteThrottleEvents", sum()), 0,
                    "DynamoDB refuses writes to %s: one item or partition is too hot, or the table grows too fast."
                            .formatted(name));
        }
        new OperatorAlarm(this, "StockContended", alerts, tables.stock().metric("TransactionConflict", sum()), 60,
                "Transactions on Stock collide every second: more than one writer works on the same item.");
        new OperatorAlarm(this, "MailBouncing", alerts, Metric.Builder.create().namespace("AWS/SES")
                .metricName("Reputation.BounceRate").statistic("Maximum").period(Duration.hours(1)).build(), 0.05,
                "More than 5 % of mails bounce; SES pauses an account at 10 %.");

        CfnOutput.Builder.create(this, "DashboardUrl")
                .value("https://%1$s.console.aws.amazon.com/cloudwatch/home?region=%1$s#dashboards:name=%2$s"
                        .formatted(getRegion(), dashboard.getDashboardName()))
                .build();
    }

    private static GraphWidget graph(String title, List<? extends IMetric> metrics) {
        return GraphWidget.Builder.create().title(title).left(metrics).width(8).height(6).build();
    }

    private static <T> List<IMetric> each(List<T> watched, Function<T, IMetric> metric) {
        return watched.stream().map(metric).toList();
    }

    private static MetricOptions sum() {
        return statistic("Sum");
    }

    private static MetricOptions statistic(String statistic) {
        return MetricOptions.builder().statistic(statistic).period(PERIOD).build();
    }
}
