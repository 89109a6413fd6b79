package dev.stampede.local.http;

import dev.stampede.local.template.Resource;
import dev.stampede.local.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which functions API Gateway may invoke: the resource policies that `AWS::Lambda::Permission` adds to. A permission on a
/// function does not hold for its alias, nor the other way round.
final class InvokePermissions {

    private record Grant(String function, Optional<Pattern> source) {}

    private final List<Grant> grants;

    InvokePermissions(Template template) {
        grants = template.ofType("AWS::Lambda::Permission").stream()
                .filter(permission -> permission.text("Principal").equals("apigateway.amazonaws.com"))
                .filter(permission -> List.of("lambda:InvokeFunction", "lambda:*", "*").contains(permission.text("Action")))
                .map(InvokePermissions::grant)
                .toList();
    }

    boolean allows(String function, String sourceArn) {
        return grants.stream().anyMatch(grant -> grant.function.equals(unqualifiedRegion(function))
                && grant.source.map(pattern -> pattern.matcher(sourceArn).matches()).orElse(true));
    }

    private static Grant grant(Resource permission) {
        return new Grant(
                unqualifiedRegion(permission.text("FunctionName")),
                permission.optionalText("SourceArn").map(InvokePermissions::glob));
    }

    /// A name and an ARN mean the same function.
    private static String unqualifiedRegion(String function) {
        return function.replaceFirst("^arn:aws:lambda:[^:]*:[^:]*:function:", "");
    }

    static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : text.toCharArray()) {
            regex.append(switch (c) {
                case '*' -> ".*";
                case '?' -> ".";
                default -> Pattern.quote(String.valueOf(c));
            });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
