package dev.stampede.cloud.iam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What each role of the template may do: its inline policies, the policies and managed policies attached to it.
public final class IdentityPolicies {

    /// AWS's own policies that only grant logs and traces, which no engine here serves.
    private static final Set<String> HARMLESS = Set.of(
            "AWSLambdaBasicExecutionRole", "AWSXRayDaemonWriteAccess", "AWSXrayWriteOnlyAccess");

    private final Map<String, List<Statement>> byRole = new HashMap<>();

    /// @throws UnsupportedTemplateException when a policy uses what the laptop cloud does not know
    public IdentityPolicies(Template template) {
        template.ofType("AWS::IAM::Role").forEach(role -> {
            refuseBoundary(role);
            role.list("Policies")
                    .forEach(policy -> attach(role.arn(), policy.path("PolicyDocument"), role.logicalId()));
            role.list("ManagedPolicyArns").forEach(arn -> attachManaged(template, role, arn.asText()));
        });
        for (String type : List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")) {
            template.ofType(type).forEach(policy -> policy.list("Roles").forEach(
                    role -> attach(roleArn(template, role.asText()), policy.at("PolicyDocument"), policy.logicalId())));
        }
    }

    /// Empty when the principal may do it; otherwise the sentence AWS refuses with.
    public Optional<String> refusal(Principal principal, Access access) {
        return switch (principal) {
            case Principal.Operator _ -> Optional.empty();
            case Principal.Role role -> switch (decide(role, access)) {
                case ALLOWED -> Optional.empty();
                case NOT_ALLOWED -> Optional.of(sentence(role, access) + " because no identity-based policy allows the "
                        + access.action() + " action");
                case DENIED -> Optional.of(
                        sentence(role, access) + " with an explicit deny in an identity-based policy");
            };
        };
    }

    private Decision decide(Principal.Role role, Access access) {
        Access full = access
                .with("aws:SecureTransport", List.of("true"))
                .with("aws:PrincipalArn", List.of(role.roleArn()))
                .with("aws:PrincipalAccount", List.of(Template.ACCOUNT))
                .with("aws:RequestedRegion", List.of(Template.REGION));
        return Decision.of(byRole.getOrDefault(role.roleArn(), List.of()), full);
    }

    private static String sentence(Principal.Role role, Access access) {
        return "User: " + role.arn() + " is not authorized to perform: " + access.action() + " on resource: "
                + access.resource();
    }

    private void attach(String roleArn, JsonNode document, String where) {
        byRole.computeIfAbsent(roleArn, _ -> new ArrayList<>()).addAll(Statement.parse(document, where));
    }

    private void attachManaged(Template template, Resource role, String arn) {
        if (HARMLESS.contains(arn.substring(arn.lastIndexOf('/') + 1))) {
            return;
        }
        Resource policy = template.find("AWS::IAM::ManagedPolicy", arn)
                .orElseThrow(() -> new UnsupportedTemplateException(
                        "The laptop cloud does not know what " + arn + " grants (attached to " + role.logicalId()
                                + "). Grant the actions themselves."));
        attach(role.arn(), policy.at("PolicyDocument"), policy.logicalId());
    }

    private static void refuseBoundary(Resource role) {
        if (role.optionalText("PermissionsBoundary").isPresent()) {
            throw new UnsupportedTemplateException(
                    "The laptop cloud does not know permissions boundaries (on " + role.logicalId() + ").");
        }
    }

    private static String roleArn(Template template, String name) {
        return template.find("AWS::IAM::Role", name).map(Resource::arn)
                .orElse("arn:aws:iam::" + Template.ACCOUNT + ":role/" + name);
    }
}
