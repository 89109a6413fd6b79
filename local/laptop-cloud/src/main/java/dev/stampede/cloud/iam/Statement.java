package dev.stampede.cloud.iam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.pattern.Glob;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/// One statement of a policy.
///
/// @param actions   patterns in lower case; IAM compares actions without regard to case
/// @param notAction the statement is about every action but these
/// @param services  service principals it is about; empty in identity policies, `*` for anybody
record Statement(
        boolean allow,
        List<String> actions,
        boolean notAction,
        List<String> resources,
        boolean notResource,
        List<String> services,
        List<Condition> conditions) {

    /// @param where names the policy in a refusal
    static List<Statement> parse(JsonNode document, String where) {
        JsonNode statements = document.path("Statement");
        return statements.isArray()
                ? StreamSupport.stream(statements.spliterator(), false).map(each -> one(each, where)).toList()
                : List.of(one(statements, where));
    }

    private static Statement one(JsonNode node, String where) {
        List<String> resources = texts(node.has("NotResource") ? node.get("NotResource") : node.path("Resource"));
        if (resources.stream().anyMatch(resource -> resource.contains("${"))) {
            throw new UnsupportedTemplateException(
                    "The laptop cloud does not know policy variables (in " + where + ").");
        }
        return new Statement(
                node.path("Effect").asText().equals("Allow"),
                texts(node.has("NotAction") ? node.get("NotAction") : node.path("Action")).stream()
                        .map(action -> action.toLowerCase(Locale.ROOT))
                        .toList(),
                node.has("NotAction"),
                resources,
                node.has("NotResource"),
                services(node.path("Principal")),
                Condition.parse(node.path("Condition"), where));
    }

    private static List<String> services(JsonNode principal) {
        if (principal.isTextual()) {
            return List.of(principal.asText());
        }
        return texts(principal.path("AWS")).contains("*") ? List.of("*") : texts(principal.path("Service"));
    }

    static List<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isArray()
                ? StreamSupport.stream(oneOrMany.spliterator(), false).map(JsonNode::asText).toList()
                : oneOrMany.isMissingNode() ? List.of() : List.of(oneOrMany.asText());
    }

    boolean covers(Access access) {
        String action = access.action().toLowerCase(Locale.ROOT);
        return notAction != actions.stream().anyMatch(pattern -> Glob.matches(pattern, action))
                && notResource != resources.stream().anyMatch(pattern -> Glob.matches(pattern, access.resource()))
                && conditions.stream().allMatch(condition -> condition.holds(access));
    }

    boolean isAbout(String service) {
        return services.contains("*") || services.contains(service);
    }
}
