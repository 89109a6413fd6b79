package dev.stampede.cli.contract.draw;

import static dev.stampede.cli.contract.draw.Schemas.NODES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Draws values that a schema takes.
final class Values {

    private static final BigDecimal FAR = new BigDecimal("1e12");

    private final Schemas schemas;
    private final RandomGenerator random;
    private final Texts texts;
    private final Map<String, List<String>> known;
    private final boolean toBeBroken;

    /// @param known texts that mean something to the shop, by the name of their field
    Values(Schemas schemas, RandomGenerator random, Map<String, List<String>> known, boolean toBeBroken) {
        this.schemas = schemas;
        this.random = random;
        this.texts = new Texts(random);
        this.known = known;
        this.toBeBroken = toBeBroken;
    }

    JsonNode of(JsonNode schema, String name) {
        ObjectNode whole = schemas.whole(schema);
        if (whole.has("const")) {
            return whole.get("const");
        }
        if (whole.has("enum")) {
            return pick(Schemas.elements(whole.get("enum")));
        }
        if (whole.has("oneOf")) {
            return of(pick(Schemas.elements(whole.get("oneOf"))), name);
        }
        String type = pick(List.copyOf(Schemas.types(whole)));
        return switch (type) {
            case "object" -> object(whole, name);
            case "array" -> array(whole, name);
            case "string" -> NODES.textNode(text(whole, name));
            case "integer" -> NODES.numberNode(number(whole, BigDecimal.ONE));
            case "number" -> NODES.numberNode(number(whole, whole.has("multipleOf")
                    ? whole.get("multipleOf").decimalValue()
                    : BigDecimal.ONE.movePointLeft(random.nextInt(7))));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> throw new IllegalStateException("no value can be drawn of the type " + type);
        };
    }

    private ObjectNode object(ObjectNode whole, String name) {
        Set<String> wanted = Schemas.required(whole);
        if (whole.has("anyOf")) {
            wanted.addAll(Schemas.required(pick(Schemas.elements(whole.get("anyOf")))));
        }
        ObjectNode object = NODES.objectNode();
        whole.path("properties").properties().forEach(field -> {
            if (wanted.contains(field.getKey()) || random.nextBoolean()) {
                object.set(field.getKey(), of(field.getValue(), place(name, field.getKey())));
            }
        });
        return object;
    }

    /// Of a request's parts only the path and the headers tell their fields apart from those of others.
    private static String place(String parent, String name) {
        return Set.of("path", "headers").contains(parent) ? parent + ":" + name : name;
    }

    private ArrayNode array(ObjectNode whole, String name) {
        int least = whole.path("minItems").asInt(0);
        int most = whole.path("maxItems").asInt(least + 3);
        int count = random.nextInt(6) == 0 ? most : random.nextInt(least, Math.min(most, least + 3) + 1);
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < count; i++) {
            array.add(of(whole.get("items"), name));
        }
        return array;
    }

    private String text(ObjectNode whole, String name) {
        List<String> fitting =
                known.getOrDefault(name, List.of()).stream().filter(it -> Texts.takes(whole, it)).toList();
        // What is to be refused for a fault must not be refused for its address before.
        if (!fitting.isEmpty() && (random.nextInt(10) < 7 || toBeBroken && name.startsWith("path:"))) {
            return pick(fitting);
        }
        String text = texts.of(whole, name.startsWith("headers:"));
        if (name.startsWith("headers:")) {
            return text.isBlank() ? "a" : text.strip();
        }
        return name.startsWith("path:") ? segment(text) : text;
    }

    /// One part of a path, and none that a client would leave out.
    private static String segment(String text) {
        String segment = text.replace('/', 'a');
        return Set.of("", ".", "..").contains(segment) ? "a" : segment;
    }

    private BigDecimal number(ObjectNode whole, BigDecimal step) {
        BigDecimal least = whole.has("minimum")
                ? whole.get("minimum").decimalValue()
                : whole.has("exclusiveMinimum")
                        ? whole.get("exclusiveMinimum").decimalValue().add(step)
                        : FAR.negate();
        BigDecimal most =
                whole.has("maximum") ? whole.get("maximum").decimalValue() : least.max(BigDecimal.ONE).add(FAR);
        BigDecimal steps = most.subtract(least).divide(step, 0, RoundingMode.DOWN);
        BigDecimal near = BigDecimal.valueOf(random.nextInt(1_000)).min(steps);
        BigDecimal drawn = switch (random.nextInt(6)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> steps;
            case 2 -> new BigDecimal(random.nextDouble()).multiply(steps).setScale(0, RoundingMode.DOWN);
            default -> near;
        };
        return Breakages.plain(least.add(drawn.multiply(step)));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
