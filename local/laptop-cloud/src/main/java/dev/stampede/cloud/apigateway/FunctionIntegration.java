package dev.stampede.cloud.apigateway;

import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.http.Response;
import dev.stampede.cloud.iam.ResourcePolicies;
import dev.stampede.cloud.lambda.Invoker.Result.FunctionError;
import dev.stampede.cloud.lambda.Invoker.Result.Success;
import dev.stampede.cloud.lambda.Invoker.Result.Throttled;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Invokes a route's function and turns how it ended into a response. Why one failed is in the log only, as in AWS.
record FunctionIntegration(String apiId, ResourcePolicies permissions, HttpApi.Backend backend) {

    /// Lambda's limit for a synchronous event.
    private static final int MAX_EVENT_BYTES = 6 * 1024 * 1024;

    Response answer(Stage stage, Route route, String method, byte[] event) {
        if (event.length > MAX_EVENT_BYTES) {
            return Response.gateway(413, "Request Entity Too Large");
        }
        return permitted(stage, route, method) ? invoke(route, event) : internalError();
    }

    private boolean permitted(Stage stage, Route route, String method) {
        String source = "arn:aws:execute-api:%s:%s:%s/%s/%s".formatted(
                Template.REGION, Template.ACCOUNT, apiId, stage.name(),
                route.key().isDefault() ? "$default" : method + route.key().path());
        boolean allowed = permissions.mayInvoke("apigateway.amazonaws.com", source, route.function());
        if (!allowed) {
            backend.log().accept("API Gateway may not invoke " + route.function() + " for " + route.key().text()
                    + ": the template has no AWS::Lambda::Permission for apigateway.amazonaws.com with a SourceArn that"
                    + " matches " + source);
        }
        return allowed;
    }

    private Response invoke(Route route, byte[] event) {
        try {
            var result = backend.invoker().invoke(route.function(), event)
                    .get(route.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return switch (result) {
                case Success(byte[] payload) -> ProxyResponse.of(payload).orElseGet(() -> {
                    backend.log().accept(route.function() + " answered " + route.key().text()
                            + " with something that is no response of payload format 2.0");
                    return internalError();
                });
                case FunctionError _ -> internalError();
                case Throttled _ -> unavailable();
            };
        } catch (TimeoutException _) {
            // The function goes on, as it does in AWS; only its answer comes too late.
            return unavailable();
        } catch (ExecutionException | IllegalArgumentException e) {
            backend.log().accept(
                    "Cannot invoke " + route.function() + " for " + route.key().text() + ": " + e.getMessage());
            return internalError();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return unavailable();
        }
    }

    private static Response internalError() {
        return Response.gateway(500, "Internal Server Error");
    }

    private static Response unavailable() {
        return Response.gateway(503, "Service Unavailable");
    }
}
