package dev.stampede.infra;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// Makes the functions of one stack and remembers them for the dashboard.
public final class Functions {
    private final Construct scope;
    private final Deployment deployment;
    private final ITopic alerts;
    private final List<IFunction> made = new ArrayList<>();

    public Functions(Construct scope, Deployment deployment, ITopic alerts) {
        this.scope = scope;
        this.deployment = deployment;
        this.alerts = alerts;
    }

    public JavaFunction add(String id, FunctionSettings settings) {
        JavaFunction function = new JavaFunction(scope, id, settings, deployment, alerts);
        made.add(function);
        return function;
    }

    public List<IFunction> made() {
        return List.copyOf(made);
    }
}
