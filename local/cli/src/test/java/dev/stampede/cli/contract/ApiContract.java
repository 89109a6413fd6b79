package dev.stampede.cli.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// `docs/api/openapi.yaml`, which every answer of the whole-flow tests is held against.
public final class ApiContract {

    private static final String ID = "https://stampede.example/openapi";
    private static final String JSON = "content/application~1json/schema";
    private static final String REQUESTS = "/x-requests";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /// @param key     as in the template, such as `GET /orders/{id}`
    /// @param pointer to the operation, as a JSON pointer
    public record Operation(String key, String pointer, JsonNode node) {

        public String id() {
            return node.get("operationId").asText();
        }

        public String method() {
            return key.substring(0, key.indexOf(' '));
        }

        /// With its variables, such as `/orders/{id}`.
        public String path() {
            return key.substring(key.indexOf(' ') + 1);
        }

        boolean serves(String method, String path) {
            return method().equals(method) && path.matches(path().replaceAll("\\{[^}]+}", "[^/]+"));
        }
    }

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> byPointer = new ConcurrentHashMap<>();

    private ApiContract(JsonNode document) {
        this.document = document;
        document.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> operations.add(new Operation(
                        operation.getKey().toUpperCase() + " " + path.getKey(),
                        "/paths/" + path.getKey().replace("/", "~1") + "/" + operation.getKey(),
                        operation.getValue()))));
        operations.forEach(operation -> ((ObjectNode) document).withObjectProperty(REQUESTS.substring(1))
                .set(operation.id(), request(operation.node())));
        this.schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012, factory -> factory.schemaLoaders(
                loaders -> loaders.schemas(Map.of(ID, document.toString()))));
    }

    /// One schema of all that a request is made of: an object with the parts `path`, `query`, `headers` and `body`.
    private ObjectNode request(JsonNode operation) {
        ObjectNode schema = new ObjectMapper().createObjectNode().put("type", "object");
        for (String part : List.of("path", "query", "headers")) {
            schema.withArrayProperty("required").add(part);
            schema.withObjectProperty("properties").withObjectProperty(part).put("type", "object").putArray("required");
        }
        operation.path("parameters").forEach(each -> {
            JsonNode parameter = resolved(each);
            String in = parameter.get("in").asText();
            ObjectNode part = (ObjectNode) schema.at("/properties/" + (in.equals("header") ? "headers" : in));
            part.withObjectProperty("properties").set(parameter.get("name").asText(), parameter.get("schema"));
            if (parameter.path("required").asBoolean()) {
                part.withArrayProperty("required").add(parameter.get("name").asText());
            }
        });
        JsonNode body = resolved(operation.path("requestBody"));
        if (body.has("content")) {
            schema.withObjectProperty("properties").set("body", body.at("/" + JSON));
            if (body.path("required").asBoolean()) {
                schema.withArrayProperty("required").add("body");
            }
        }
        return schema;
    }

    public JsonNode request(Operation operation) {
        return document.at(REQUESTS + "/" + operation.id());
    }

    /// What is wrong with the parts of a request, see [#request(Operation)].
    public Optional<String> complaint(Operation operation, JsonNode request) {
        return complaint(operation.key(), REQUESTS + "/" + operation.id(), request);
    }

    /// What an operation says of an answer; missing where it has none of this status.
    public JsonNode response(Operation operation, int status) {
        return resolved(operation.node().path("responses").path(String.valueOf(status)));
    }

    public static ApiContract read() {
        try {
            JsonNode yaml =
                    new ObjectMapper(new YAMLFactory()).readTree(Path.of("../../docs/api/openapi.yaml").toFile());
            return new ApiContract(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /// What a `$ref` points to; anything else is itself.
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /// The names of the fields that a body may have, in any of its shapes.
    public Set<String> fieldsOf(JsonNode schema) {
        JsonNode whole = resolved(schema);
        Set<String> fields = new TreeSet<>();
        whole.path("properties").fieldNames().forEachRemaining(fields::add);
        for (String shapes : List.of("oneOf", "anyOf", "allOf")) {
            whole.path(shapes).forEach(shape -> fields.addAll(fieldsOf(shape)));
        }
        return fields;
    }

    /// What an answer has that it should not have, or lacks. Server errors are outside of the contract, and so is what
    /// is asked of a route that does not exist.
    ///
    /// @param path without the stage
    public Optional<String> complaint(String method, String path, int status, JsonNode body) {
        if (status >= 500) {
            return Optional.empty();
        }
        return operations.stream()
                .filter(operation -> operation.serves(method, path))
                .findFirst()
                .flatMap(operation -> complaint(operation, status, body));
    }

    private Optional<String> complaint(Operation operation, int status, JsonNode body) {
        String pointer = operation.pointer() + "/responses/" + status;
        JsonNode response = document.at(pointer);
        if (response.isMissingNode()) {
            return Optional.of(operation.key() + " answered " + status + ", which the contract does not have");
        }
        if (response.has("$ref")) {
            pointer = response.get("$ref").asText().substring(1);
        }
        return document.at(pointer + "/" + JSON).isMissingNode()
                ? Optional.empty()
                : complaint(operation.key() + " " + status, pointer + "/" + JSON, body);
    }

    /// What is wrong with a value of which the document has a schema at a pointer.
    public Optional<String> complaint(String what, String pointer, JsonNode value) {
        Set<ValidationMessage> wrong = byPointer.computeIfAbsent(pointer, this::schema).validate(value);
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(what + ": " + wrong.stream().limit(5).map(ValidationMessage::getMessage)
                        .collect(Collectors.joining("; ")) + "\n" + value.toPrettyString());
    }

    private JsonSchema schema(String pointer) {
        return schemas.getSchema(SchemaLocation.of(ID + "#" + pointer),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
}
