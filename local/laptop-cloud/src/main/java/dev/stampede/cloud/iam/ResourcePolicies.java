package dev.stampede.cloud.iam;

import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.pattern.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who else may use a queue or a function: queue policies and function permissions. Services of AWS, such as SNS, are
/// held to them; roles are held to their identity policies only.
public final class ResourcePolicies {

    private record Permission(String function, String action, String service, String source) {}

    private final Map<String, List<Statement>> byQueueUrl = new HashMap<>();
    private final List<Permission> permissions;

    public ResourcePolicies(Template template) {
        template.ofType("AWS::SQS::QueuePolicy")
                .forEach(policy -> policy.list("Queues")
                        .forEach(url -> byQueueUrl.computeIfAbsent(url.asText(), _ -> new ArrayList<>())
                                .addAll(Statement.parse(policy.at("PolicyDocument"), policy.logicalId()))));
        this.permissions = template.ofType("AWS::Lambda::Permission").stream()
                .map(each -> new Permission(
                        shortName(each.text("FunctionName")),
                        each.text("Action"),
                        each.text("Principal"),
                        each.optionalText("SourceArn").orElse("*")))
                .toList();
    }

    /// Whether a service may send to a queue on behalf of a source, such as a topic.
    public boolean maySend(String service, String sourceArn, Resource queue) {
        List<Statement> about = byQueueUrl.getOrDefault(queue.ref(), List.of()).stream()
                .filter(statement -> statement.isAbout(service))
                .toList();
        Access access = new Access("sqs:SendMessage", queue.arn())
                .with("aws:SourceArn", List.of(sourceArn))
                .with("aws:SourceAccount", List.of(Template.ACCOUNT))
                .with("aws:PrincipalServiceName", List.of(service))
                .with("aws:SecureTransport", List.of("true"));
        return Decision.of(about, access) == Decision.ALLOWED;
    }

    /// @param function the name or ARN that would be invoked; a permission on the bare function does not reach its
    ///                 aliases, nor the other way round
    public boolean mayInvoke(String service, String sourceArn, String function) {
        return permissions.stream().anyMatch(each -> each.function().equals(shortName(function))
                && each.service().equals(service)
                && Glob.matches(each.action(), "lambda:InvokeFunction")
                && Glob.matches(each.source(), sourceArn));
    }

    /// A name and an ARN mean the same function.
    private static String shortName(String function) {
        return function.replaceFirst("^arn:aws:lambda:[^:]*:[^:]*:function:", "");
    }
}
