package dev.stampede.cloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Resolves `Ref` and the `Fn::` functions of CloudFormation
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html).
final class Intrinsics {

    private static final Pattern CDK_HASH = Pattern.compile("[0-9A-F]{8}$");
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}!]+)}");
    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::Region", Template.REGION,
            "AWS::AccountId", Template.ACCOUNT,
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "Stampede",
            "AWS::StackId", "arn:aws:cloudformation:us-east-1:000000000000:stack/Stampede/local");

    private final Map<String, JsonNode> stacks;
    private final Template.Addresses addresses;

    Intrinsics(Map<String, JsonNode> stacks, Template.Addresses addresses) {
        this.stacks = stacks;
        this.addresses = addresses;
    }

    List<Resource> resolveAll() {
        List<Resource> resources = new ArrayList<>();
        stacks.forEach((stack, template) -> template.path("Resources").properties().forEach(entry -> {
            JsonNode resource = entry.getValue();
            if (exists(stack, resource)) {
                resources.add(resource(stack, entry.getKey(), resource));
            }
        }));
        return resources;
    }

    private Resource resource(String stack, String logicalId, JsonNode resource) {
        String typeName = resource.get("Type").asText();
        ResourceType type = ResourceType.of(typeName, logicalId, stack);
        String name = name(logicalId);
        return new Resource(
                stack,
                logicalId,
                typeName,
                name,
                ref(stack, logicalId),
                type.arnPattern.formatted(name),
                resolve(stack, resource.path("Properties")));
    }

    private boolean exists(String stack, JsonNode resource) {
        JsonNode condition = resource.path("Condition");
        return condition.isMissingNode() || condition(stack, condition.asText());
    }

    private JsonNode resolve(String stack, JsonNode node) {
        return switch (node) {
            case ObjectNode object when object.size() == 1 && isIntrinsic(object.fieldNames().next()) -> call(stack,
                    object.fieldNames().next(), object.elements().next());
            case ObjectNode object -> {
                ObjectNode resolved = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(entry -> {
                    JsonNode value = resolve(stack, entry.getValue());
                    if (!value.isMissingNode()) {
                        resolved.set(entry.getKey(), value);
                    }
                });
                yield resolved;
            }
            case ArrayNode array -> {
                ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> {
                    JsonNode value = resolve(stack, element);
                    if (!value.isMissingNode()) {
                        resolved.add(value);
                    }
                });
                yield resolved;
            }
            default -> node;
        };
    }

    private static boolean isIntrinsic(String name) {
        return name.equals("Ref") || name.startsWith("Fn::");
    }

    private JsonNode call(String stack, String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> argument.asText().equals("AWS::NoValue")
                    ? MissingNode.getInstance()
                    : TextNode.valueOf(ref(stack, argument.asText()));
            case "Fn::GetAtt" -> TextNode.valueOf(argument.isTextual()
                    ? attribute(stack, argument.asText().split("\\.", 2)[0], argument.asText().split("\\.", 2)[1])
                    : attribute(stack, argument.get(0).asText(), argument.get(1).asText()));
            case "Fn::Join" -> TextNode.valueOf(
                    addresses.plain(join(resolve(stack, argument.get(1)), argument.get(0).asText())));
            case "Fn::Sub" -> TextNode.valueOf(substitute(stack, argument));
            case "Fn::GetStackOutput" -> stackOutput(
                    resolve(stack, argument.get("StackName")).asText(), argument.get("OutputName").asText());
            case "Fn::ImportValue" -> imported(resolve(stack, argument).asText());
            case "Fn::Select" -> resolve(stack, argument.get(1)).get(resolve(stack, argument.get(0)).asInt());
            case "Fn::Split" -> split(argument.get(0).asText(), resolve(stack, argument.get(1)).asText());
            case "Fn::If" -> resolve(stack, argument.get(condition(stack, argument.get(0).asText()) ? 1 : 2));
            default -> throw new UnsupportedTemplateException(
                    "The laptop cloud does not know the intrinsic function " + function + " (in " + stack + ").");
        };
    }

    private String ref(String stack, String id) {
        String pseudo = PSEUDO_PARAMETERS.get(id);
        if (pseudo != null) {
            return pseudo;
        }
        JsonNode parameter = stack(stack).path("Parameters").path(id);
        if (!parameter.isMissingNode()) {
            return parameter.path("Default").asText();
        }
        JsonNode resource = find(stack, id);
        ResourceType type = ResourceType.of(resource.get("Type").asText(), id, stack);
        return switch (type) {
            case ALIAS -> functionArn(stack, resource) + ":" + resource.at("/Properties/Name").asText();
            case VERSION -> functionArn(stack, resource) + ":1";
            case QUEUE -> addresses.awsEndpoint() + "/" + Template.ACCOUNT + "/" + name(id);
            case API_STAGE -> resolve(stack, resource.at("/Properties/StageName")).asText();
            case USER_POOL_GROUP -> resource.at("/Properties/GroupName").asText();
            default -> type.refPattern.formatted(name(id));
        };
    }

    private String functionArn(String stack, JsonNode versionOrAlias) {
        String name = resolve(stack, versionOrAlias.at("/Properties/FunctionName")).asText();
        return name.startsWith("arn:") ? name : ResourceType.FUNCTION.arnPattern.formatted(name);
    }

    private String attribute(String stack, String id, String attribute) {
        JsonNode resource = find(stack, id);
        ResourceType type = ResourceType.of(resource.get("Type").asText(), id, stack);
        String name = name(id);
        String value = switch (type) {
            case TABLE -> attribute.equals("StreamArn") ? type.arnPattern.formatted(name) + "/stream/local" : null;
            case QUEUE -> attribute.equals("QueueUrl") ? ref(stack, id) : null;
            case API -> attribute.equals("ApiEndpoint")
                    ? "https://" + name + ".execute-api." + Template.REGION + ".amazonaws.com"
                    : null;
            case BUCKET -> attribute.endsWith("DomainName") ? name + ".s3." + Template.REGION + ".amazonaws.com" : null;
            case CDN_DISTRIBUTION -> attribute.equals("DomainName") ? addresses.site().getAuthority() : null;
            case USER_POOL -> switch (attribute) {
                case "ProviderName" -> "cognito-idp." + Template.REGION + ".amazonaws.com/" + ref(stack, id);
                case "ProviderURL" -> "https://cognito-idp." + Template.REGION + ".amazonaws.com/" + ref(stack, id);
                default -> null;
            };
            case VERSION, ALIAS -> attribute.equals("Version") ? "1" : ref(stack, id);
            case SITE_DEPLOYMENT, BUCKET_CLEANUP, LOG_RETENTION, LOG_GROUP, CDN_FUNCTION -> ref(stack, id);
            default -> null;
        };
        if (value != null) {
            return value;
        }
        return switch (attribute) {
            case "Arn", "TopicArn" -> type.arnPattern.formatted(name);
            case "Id", "QueueName", "TopicName", "GroupId", "AlarmName" -> name;
            default -> throw new UnsupportedTemplateException("The laptop cloud does not know the attribute "
                    + attribute + " of " + type.typeName + " (" + id + " in " + stack + ").");
        };
    }

    private JsonNode find(String stack, String id) {
        JsonNode resource = stack(stack).path("Resources").path(id);
        if (resource.isMissingNode()) {
            throw new UnsupportedTemplateException(stack + " refers to " + id + ", which is not in it.");
        }
        return resource;
    }

    private String substitute(String stack, JsonNode argument) {
        JsonNode own = argument.isArray() ? argument.get(1) : JsonNodeFactory.instance.objectNode();
        String text = argument.isArray() ? argument.get(0).asText() : argument.asText();
        Matcher matcher = SUBSTITUTION.matcher(text);
        return matcher.replaceAll(match -> {
            String name = match.group(1);
            String value = own.has(name)
                    ? resolve(stack, own.get(name)).asText()
                    : name.contains(".")
                            ? attribute(stack, name.split("\\.", 2)[0], name.split("\\.", 2)[1])
                            : ref(stack, name);
            return Matcher.quoteReplacement(value);
        });
    }

    private JsonNode stackOutput(String stack, String output) {
        JsonNode value =
                stacks.getOrDefault(stack, MissingNode.getInstance()).path("Outputs").path(output).path("Value");
        if (value.isMissingNode()) {
            throw new UnsupportedTemplateException("No stack " + stack + " with an output " + output + ".");
        }
        return resolve(stack, value);
    }

    private JsonNode imported(String exportName) {
        for (var stack : stacks.entrySet()) {
            for (JsonNode output : stack.getValue().path("Outputs")) {
                JsonNode name = output.at("/Export/Name");
                if (!name.isMissingNode() && resolve(stack.getKey(), name).asText().equals(exportName)) {
                    return resolve(stack.getKey(), output.get("Value"));
                }
            }
        }
        throw new UnsupportedTemplateException("No stack exports " + exportName + ".");
    }

    private JsonNode stack(String name) {
        return Objects.requireNonNull(stacks.get(name), name);
    }

    private boolean condition(String stack, String name) {
        return test(stack, stack(stack).path("Conditions").path(name));
    }

    private boolean test(String stack, JsonNode condition) {
        String function = condition.fieldNames().next();
        JsonNode argument = condition.get(function);
        return switch (function) {
            case "Fn::Equals" -> resolve(stack, argument.get(0)).equals(resolve(stack, argument.get(1)));
            case "Fn::Not" -> !test(stack, argument.get(0));
            case "Fn::And" -> stream(argument).allMatch(each -> test(stack, each));
            case "Fn::Or" -> stream(argument).anyMatch(each -> test(stack, each));
            case "Condition" -> condition(stack, argument.asText());
            default -> throw new UnsupportedTemplateException(
                    "The laptop cloud does not know the condition " + function + " (in " + stack + ").");
        };
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String join(JsonNode parts, String delimiter) {
        return stream(parts).map(JsonNode::asText).collect(Collectors.joining(delimiter));
    }

    private static JsonNode split(String delimiter, String text) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (String part : text.split(Pattern.quote(delimiter), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private static String name(String logicalId) {
        return CDK_HASH.matcher(logicalId).replaceFirst("");
    }
}
