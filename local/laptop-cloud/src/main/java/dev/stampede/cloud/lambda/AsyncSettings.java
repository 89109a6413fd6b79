package dev.stampede.cloud.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the template says about events that a function takes asynchronously.
///
/// @param retries     after the first attempt
/// @param deadLetters ARN of the function's dead-letter queue: gets the event
/// @param onFailure   ARN of the failure destination's queue: gets a record of the invocation
/// @param role        as whom both are sent
public record AsyncSettings(int retries, Optional<String> deadLetters, Optional<String> onFailure, String role) {

    private static final int DEFAULT_RETRIES = 2;

    /// By the function's name, and by `name:alias` where an alias has settings of its own.
    public static Map<String, AsyncSettings> byFunction(Template template) {
        Map<String, AsyncSettings> settings = new HashMap<>();
        template.ofType("AWS::Lambda::Function").forEach(function -> settings.put(function.name(), new AsyncSettings(
                DEFAULT_RETRIES,
                queue(function, "DeadLetterConfig/TargetArn"),
                Optional.empty(),
                function.text("Role"))));
        template.ofType("AWS::Lambda::EventInvokeConfig").forEach(config -> {
            String function = config.text("FunctionName").replaceFirst("^arn:.*:function:", "");
            String qualifier = config.text("Qualifier");
            AsyncSettings bare = Objects.requireNonNull(settings.get(function), function);
            settings.put(qualifier.equals("$LATEST") ? function : function + ":" + qualifier, new AsyncSettings(
                    config.integer("MaximumRetryAttempts", DEFAULT_RETRIES),
                    bare.deadLetters(),
                    queue(config, "DestinationConfig/OnFailure/Destination"),
                    bare.role()));
        });
        return settings;
    }

    private static Optional<String> queue(Resource resource, String property) {
        JsonNode arn = resource.at(property);
        if (arn.isTextual() && !arn.asText().startsWith("arn:aws:sqs:")) {
            throw new UnsupportedTemplateException("The laptop cloud sends failed events to queues only, not to "
                    + arn.asText() + " (" + property + " of " + resource.logicalId() + ").");
        }
        return arn.isTextual() ? Optional.of(arn.asText()) : Optional.empty();
    }
}
