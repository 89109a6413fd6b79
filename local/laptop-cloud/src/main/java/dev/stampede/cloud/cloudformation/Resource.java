package dev.stampede.cloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// One resource of the template with every reference resolved.
///
/// @param name the physical name: the logical id without the hash that CDK appends
/// @param ref  what `Ref` of it gives, by type a name, an ARN or a URL
/// @param arn  its ARN; empty for types that have none
public record Resource(
        String stack, String logicalId, String type, String name, String ref, String arn, JsonNode properties) {

    public String text(String property) {
        return optionalText(property).orElseThrow(() -> missing(property));
    }

    public Optional<String> optionalText(String property) {
        JsonNode value = at(property);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    public int integer(String property, int otherwise) {
        return optionalText(property).map(Integer::parseInt).orElse(otherwise);
    }

    public boolean flag(String property) {
        return optionalText(property).map(Boolean::parseBoolean).orElse(false);
    }

    /// The value at a path of property names, such as `Code/S3Key`; a missing node where there is none.
    public JsonNode at(String path) {
        return properties.at("/" + path);
    }

    public List<JsonNode> list(String path) {
        return StreamSupport.stream(at(path).spliterator(), false).toList();
    }

    public Map<String, String> texts(String path) {
        Map<String, String> texts = new java.util.TreeMap<>();
        at(path).properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private IllegalArgumentException missing(String property) {
        return new IllegalArgumentException(type + " " + logicalId + " in " + stack + " has no " + property);
    }
}
