package dev.stampede.cloud.lambda;

import dev.stampede.cloud.cloudformation.DynamicReferences;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// A function as the template describes it.
///
/// @param name      physical name, such as `CreateOrder`
/// @param jar       the deployed code
/// @param handler   the handler class
/// @param memory    in MB; the heap is derived from it as the managed runtime does
/// @param role      ARN of the role it runs as
public record FunctionSpec(
        String name,
        String arn,
        Path jar,
        String handler,
        int memory,
        Duration timeout,
        String role,
        Map<String, String> environment,
        OptionalInt reservedConcurrency) {

    FunctionSpec withEnvironment(Map<String, String> values) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.replaceAll((name, value) -> values.getOrDefault(name, value));
        return having(changed);
    }

    FunctionSpec withSecrets(UnaryOperator<String> secrets) {
        Map<String, String> resolved = new HashMap<>(environment);
        resolved.replaceAll((_, value) -> DynamicReferences.resolve(value, secrets));
        return having(resolved);
    }

    private FunctionSpec having(Map<String, String> variables) {
        return new FunctionSpec(name, arn, jar, handler, memory, timeout, role, Map.copyOf(variables),
                reservedConcurrency);
    }
}
