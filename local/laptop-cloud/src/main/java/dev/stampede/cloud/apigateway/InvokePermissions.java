package dev.stampede.cloud.apigateway;

import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.http.Glob;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which functions API Gateway may invoke: the resource policies that `AWS::Lambda::Permission` adds to. A permission
/// on a function does not hold for its alias, nor the other way round.
final class InvokePermissions {

    private record Grant(String function, Optional<Pattern> source) {}

    private static final Set<String> ACTIONS = Set.of("lambda:InvokeFunction", "lambda:*", "*");

    private final List<Grant> grants;

    InvokePermissions(Template template) {
        grants = template.ofType("AWS::Lambda::Permission").stream()
                .filter(permission -> permission.text("Principal").equals("apigateway.amazonaws.com"))
                .filter(permission -> ACTIONS.contains(permission.text("Action")))
                .map(InvokePermissions::grant)
                .toList();
    }

    boolean allows(String function, String sourceArn) {
        return grants.stream().anyMatch(grant -> grant.function.equals(shortName(function))
                && grant.source.map(pattern -> pattern.matcher(sourceArn).matches()).orElse(true));
    }

    private static Grant grant(Resource permission) {
        return new Grant(
                shortName(permission.text("FunctionName")),
                permission.optionalText("SourceArn").map(Glob::pattern));
    }

    /// A name and an ARN mean the same function.
    private static String shortName(String function) {
        return function.replaceFirst("^arn:aws:lambda:[^:]*:[^:]*:function:", "");
    }
}
