package dev.stampede.cli.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cli.contract.ApiContract;
import dev.stampede.cli.contract.ApiContract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// The requests that the contract has as examples, with things that are there in the place of the example's.
final class Examples {

    static final ApiContract CONTRACT = ApiContract.read();

    /// @param name of the example, or empty
    record Example(Operation operation, String name, String query, Optional<ObjectNode> body, List<String> headers) {

        String method() {
            return operation.method();
        }

        /// @param variables of the path, by name
        String path(Map<String, String> variables) {
            String path = operation.path();
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                path = path.replace("{" + variable.getKey() + "}", variable.getValue());
            }
            return "/api" + path + query;
        }

        /// The body with an address of its own, so that nobody is counted twice for it.
        Optional<String> text() {
            return body.map(fields -> {
                ObjectNode own = fields.deepCopy();
                if (own.has("customerEmail")) {
                    own.put("customerEmail", "example-" + UUID.randomUUID() + "@example.com");
                }
                return own.toString();
            });
        }
    }

    private Examples() {}

    static List<Example> of(Operation operation) {
        StringBuilder query = new StringBuilder();
        Map<String, String> headers = new TreeMap<>();
        operation.node().path("parameters").forEach(each -> {
            JsonNode parameter = CONTRACT.resolved(each);
            String example = parameter.path("example").asText();
            if (example.isEmpty()) {
                return;
            }
            String name = parameter.get("name").asText();
            if (parameter.get("in").asText().equals("query")) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=')
                        .append(URLEncoder.encode(example, StandardCharsets.UTF_8));
            } else if (parameter.get("in").asText().equals("header") && !name.startsWith("X-")) {
                headers.put(name, example);
            }
        });
        List<Example> examples = new ArrayList<>();
        bodies(operation).forEach((name, body) -> examples
                .add(new Example(operation, name, query.toString(), Optional.of(body), fresh(headers))));
        if (examples.isEmpty()) {
            examples.add(new Example(operation, "", query.toString(), Optional.empty(), fresh(headers)));
        }
        return examples;
    }

    /// A key names one attempt: each example is another.
    private static List<String> fresh(Map<String, String> headers) {
        List<String> all = new ArrayList<>();
        headers.forEach((name, example) -> all.addAll(
                List.of(name, name.equals("Idempotency-Key") ? UUID.randomUUID().toString() : example)));
        return all;
    }

    private static Map<String, ObjectNode> bodies(Operation operation) {
        JsonNode content = content(operation);
        Map<String, ObjectNode> bodies = new TreeMap<>();
        if (content.path("example") instanceof ObjectNode only) {
            bodies.put("", only);
        }
        content.path("examples").properties().forEach(example -> {
            if (example.getValue().path("value") instanceof ObjectNode body) {
                bodies.put(example.getKey(), body);
            }
        });
        return bodies;
    }

    static JsonNode content(Operation operation) {
        return CONTRACT.resolved(operation.node().path("requestBody")).at("/content/application~1json");
    }
}
