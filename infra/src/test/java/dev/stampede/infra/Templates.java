package dev.stampede.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The synthesized templates of one deployment, read as one, with every reference followed to the name of what it
/// means.
///
/// A name is a logical id without the hash the CDK puts behind it: `OrdersQueue`, not `OrdersQueue3DFA1D51`.
final class Templates {
    private static final String SUFFIX = ".template.json";
    private static Templates dev;
    private static Templates prod;

    private final Map<String, JsonNode> stacks = new TreeMap<>();

    /// One resource of one stack.
    record Resource(Templates all, String stack, String id, JsonNode json) {
        String name() {
            return Templates.name(id);
        }

        String type() {
            return json.path("Type").asText();
        }

        JsonNode property(String path) {
            return json.at("/Properties/" + path);
        }

        /// The property with its references followed.
        String text(String path) {
            return all.resolve(stack, property(path));
        }
    }

    Templates(Path folder) {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(SUFFIX)).sorted().toList()) {
                stacks.put(file.getFileName().toString().replace(SUFFIX, ""), json.readTree(file.toFile()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Stage dev without a domain; synthesized once for all tests.
    static synchronized Templates dev() {
        if (dev == null) {
            dev = new Templates(Synthesis.of("dev", Map.of(), _ -> {}));
        }
        return dev;
    }

    /// Stage prod at shop.example.com; synthesized once for all tests.
    static synchronized Templates prod() {
        if (prod == null) {
            prod = new Templates(Synthesis.of("prod", Synthesis.PROD, _ -> {}));
        }
        return prod;
    }

    Map<String, JsonNode> stacks() {
        return stacks;
    }

    Stream<Resource> all(String type) {
        return stacks.entrySet().stream().flatMap(stack -> stack.getValue().path("Resources").properties().stream()
                .map(resource -> new Resource(this, stack.getKey(), resource.getKey(), resource.getValue()))
                .filter(resource -> resource.type().equals(type)));
    }

    /// The resources of that type by their names.
    Map<String, Resource> byName(String type) {
        return all(type).collect(Collectors.toMap(Resource::name, it -> it, (one, other) -> {
            throw new AssertionError("two of " + type + " are called " + one.name());
        }, TreeMap::new));
    }

    Resource only(String type) {
        List<Resource> found = all(type).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type + ", found " + found.size());
        }
        return found.getFirst();
    }

    /// The shop's own functions: those in Java, not the CDK's helpers.
    Map<String, Resource> functions() {
        Map<String, Resource> functions = byName("AWS::Lambda::Function");
        functions.values().removeIf(function -> !function.property("Runtime").asText().startsWith("java"));
        return functions;
    }

    static String name(String logicalId) {
        return logicalId.replaceFirst("[0-9A-F]{8}$", "");
    }

    static List<JsonNode> items(JsonNode array) {
        return array.isArray()
                ? StreamSupport.stream(array.spliterator(), false).toList()
                : array.isMissingNode() ? List.of() : List.of(array);
    }

    List<String> texts(String stack, JsonNode array) {
        List<String> texts = new ArrayList<>();
        items(array).forEach(item -> texts.add(resolve(stack, item)));
        return texts;
    }

    String resolve(String stack, JsonNode value) {
        if (!value.isObject()) {
            return value.asText();
        }
        Map.Entry<String, JsonNode> intrinsic = value.properties().iterator().next();
        JsonNode argument = intrinsic.getValue();
        return switch (intrinsic.getKey()) {
            case "Ref" -> name(argument.asText());
            case "Fn::GetAtt" -> name(argument.get(0).asText())
                    + (argument.get(1).asText().equals("Arn") ? "" : "." + argument.get(1).asText());
            case "Fn::Join" -> String.join(argument.get(0).asText(), texts(stack, argument.get(1)));
            case "Fn::Split" -> resolve(stack, argument.get(1));
            case "Fn::Select" -> resolve(stack, argument.get(1));
            case "Fn::Sub" -> argument.asText();
            case "Fn::GetStackOutput" -> output(argument);
            default -> throw new AssertionError("unknown intrinsic " + intrinsic.getKey());
        };
    }

    private String output(JsonNode reference) {
        String stack = reference.path("StackName").asText();
        return resolve(stack,
                stacks.get(stack).path("Outputs").path(reference.path("OutputName").asText()).path("Value"));
    }
}
