package dev.stampede.cloud.lambda;

import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The functions of a template.
///
/// @param functions those that run here
/// @param skipped   names of those that do not: helpers of CDK for a deployment, in another language
public record FunctionSpecs(List<FunctionSpec> functions, List<String> skipped) {

    public static FunctionSpecs from(Template template) {
        List<Resource> all = template.ofType("AWS::Lambda::Function");
        Predicate<Resource> java = function -> function.optionalText("Runtime").orElse("").startsWith("java");
        return new FunctionSpecs(
                all.stream().filter(java).map(function -> spec(template, function)).toList(),
                all.stream().filter(java.negate()).map(Resource::name).toList());
    }

    /// With these values in the place of the template's, where a function has the variable.
    public FunctionSpecs withEnvironment(Map<String, String> values) {
        return new FunctionSpecs(functions.stream().map(function -> function.withEnvironment(values)).toList(),
                skipped);
    }

    /// With their dynamic references resolved, as a deployment would.
    ///
    /// @param secrets the value of a secret by its ARN
    public FunctionSpecs withSecrets(UnaryOperator<String> secrets) {
        return new FunctionSpecs(functions.stream().map(function -> function.withSecrets(secrets)).toList(), skipped);
    }

    private static FunctionSpec spec(Template template, Resource function) {
        return new FunctionSpec(
                function.name(),
                function.arn(),
                template.asset(function.at("Code/S3Key").asText()),
                function.text("Handler"),
                function.integer("MemorySize", 128),
                Duration.ofSeconds(function.integer("Timeout", 3)),
                function.text("Role"),
                function.texts("Environment/Variables"),
                function.optionalText("ReservedConcurrentExecutions")
                        .map(Integer::parseInt)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
    }
}
