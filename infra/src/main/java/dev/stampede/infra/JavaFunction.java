package dev.stampede.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// A handler class of a context's jar, as a function with a role of its own that may do nothing but write its log.
///
/// The handler of function `GetOrder` in module `stream-processor` would be
/// `dev.stampede.streamprocessor.GetOrderHandler`.
public final class JavaFunction extends Function {
    private final Alias live;

    public JavaFunction(Construct scope, String id, FunctionSettings settings, Deployment deployment, ITopic alerts) {
        LogGroup log = LogGroup.Builder.create(scope, id + "Log")
                .retention(deployment.logRetention())
                .removalPolicy(deployment.removalPolicy())
                .build();
        // Not CDK's default role: its managed policy lets a function write to every log group of the account.
        Role role = Role.Builder.create(scope, id + "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        log.grantWrite(role);
        super(scope, id, FunctionProps.builder()
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .handler("dev.stampede.%s.%sHandler".formatted(settings.module().replace("-", ""), id))
                .code(Code.fromAsset(deployment.functionJar(settings.module()).toString()))
                .memorySize(settings.memory())
                .timeout(Duration.seconds(settings.timeout()))
                .environment(settings.environment())
                .reservedConcurrentExecutions(settings.concurrency().orElse(null))
                .deadLetterQueue(settings.deadLetters().orElse(null))
                .role(role)
                .logGroup(log)
                // Off: docs/decisions/0002-traceparent-not-x-ray.md.
                .tracing(Tracing.DISABLED)
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                .build());
        // SnapStart works on published versions only, so every caller uses this alias.
        live = addAlias("live");
        Annotations.of(this).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish",
                "The alias is of a version.");
        addAlarms(id, alerts);
    }

    /// The published version that everything points at.
    public Alias live() {
        return live;
    }

    /// Grants these actions on one resource. The `grant*` methods of tables and queues grant more than is used.
    public JavaFunction allow(String resourceArn, String... actions) {
        Grant.addToPrincipal(GrantOnPrincipalOptions.builder()
                .grantee(this)
                .actions(List.of(actions))
                .resourceArns(List.of(resourceArn))
                .build()).assertSuccess();
        return this;
    }

    private void addAlarms(String id, ITopic alerts) {
        MetricOptions fiveMinutes = MetricOptions.builder().period(Duration.minutes(5)).statistic("Sum").build();
        IMetric failed = MathExpression.Builder.create()
                .expression("100 * errors / MAX([errors, invocations, 1])")
                .usingMetrics(new TreeMap<>(Map.of(
                        "errors", metricErrors(fiveMinutes), "invocations", metricInvocations(fiveMinutes))))
                .period(Duration.minutes(5))
                .label(id + ": failed invocations, percent")
                .build();
        new OperatorAlarm(this, "Failing", alerts, failed, 1,
                "More than 1 %% of the invocations of %s fail.".formatted(id));
        new OperatorAlarm(this, "Throttled", alerts, metricThrottles(fiveMinutes), 0,
                "Lambda refuses invocations of %s: the account or the function is at its concurrency limit."
                        .formatted(id));
    }
}
