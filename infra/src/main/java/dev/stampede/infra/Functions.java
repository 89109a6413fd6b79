package dev.stampede.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// Creates the functions of one stack and collects them for the dashboard.
public final class Functions {
    private final Construct scope;
    private final Deployment deployment;
    private final ITopic alerts;
    private final Map<String, String> everywhere;
    private final List<IFunction> made;

    public Functions(Construct scope, Deployment deployment, ITopic alerts) {
        this(scope, deployment, alerts, Map.of(), new ArrayList<>());
    }

    private Functions(Construct scope, Deployment deployment, ITopic alerts, Map<String, String> everywhere,
            List<IFunction> made) {
        this.scope = scope;
        this.deployment = deployment;
        this.alerts = alerts;
        this.everywhere = everywhere;
        this.made = made;
    }

    /// The same, and each that is added gets this variable too.
    Functions with(String variable, String value) {
        return new Functions(scope, deployment, alerts, Map.of(variable, value), made);
    }

    public JavaFunction add(String id, FunctionSettings settings) {
        FunctionSettings all = settings;
        for (Map.Entry<String, String> variable : everywhere.entrySet()) {
            all = all.with(variable.getKey(), variable.getValue());
        }
        JavaFunction function = new JavaFunction(scope, id, all, deployment, alerts);
        made.add(function);
        return function;
    }

    public List<IFunction> made() {
        return List.copyOf(made);
    }
}
