package dev.stampede.cli.contract.draw;

import static dev.stampede.cli.contract.draw.Schemas.NODES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Breaks one keyword of a schema in a value that was whole.
final class Breakages {

    private static final List<JsonNode> OF_EVERY_TYPE = List.of(
            NODES.nullNode(), NODES.textNode("text"), NODES.numberNode(new BigDecimal("7")), NODES.booleanNode(true),
            NODES.numberNode(new BigDecimal("1.5")), NODES.arrayNode().add(1), NODES.objectNode().put("a", 1));
    private static final Map<String, List<String>> OF_NO_FORMAT = Map.of(
            "email", List.of("", "nobody", "@example.com", "a@", "a@b@c.example", "a b@example.com", "a@exam ple.com"),
            "date", List.of("", "2026-13-01", "2026-02-30", "2026-1-1", "today", "2026-01-01T00:00:00Z", "20260101"),
            "date-time", List.of("", "2026-12-01", "2026-12-01T09:00:00", "2026-13-01T09:00:00Z", "09:00", "tomorrow",
                    "2026-12-01T25:00:00Z"),
            "uuid", List.of("", "7f3e8a52", "not-a-uuid"));
    private static final List<String> STRANGE = List.of("", " ", "é", "A", "%", "a b", "\u0000", "😀", "--", "\"", "/");

    /// How one keyword can be broken, and the change that does it.
    private record Breakage(String how, Runnable change) {}

    private final Schemas schemas;
    private final RandomGenerator random;
    private final List<Breakage> found = new ArrayList<>();

    private Breakages(Schemas schemas, RandomGenerator random) {
        this.schemas = schemas;
        this.random = random;
    }

    /// Breaks something of a request and says what; empty where nothing can be broken.
    ///
    /// @param request with its parts `path`, `query`, `headers` and maybe `body`; it is changed
    static Optional<String> breakOne(Schemas schemas, ObjectNode schema, ObjectNode request, RandomGenerator random) {
        Breakages breakages = new Breakages(schemas, random);
        for (String part : List.of("path", "query", "headers")) {
            breakages.texts(schemas.whole(schema.at("/properties/" + part)), (ObjectNode) request.get(part), part);
        }
        if (request.has("body")) {
            breakages.look(schema.at("/properties/body"), request.get("body"), "body", it -> request.set("body", it));
        }
        if (breakages.found.isEmpty()) {
            return Optional.empty();
        }
        Breakage breakage = breakages.found.get(random.nextInt(breakages.found.size()));
        breakage.change.run();
        return Optional.of(breakage.how);
    }

    /// In a path, a query or a header everything is a text, and what is not known is nobody's business.
    private void texts(ObjectNode whole, ObjectNode fields, String part) {
        Set<String> required = part.equals("path") ? Set.of() : Schemas.required(whole);
        required.forEach(name -> found.add(new Breakage(part + " without " + name, () -> fields.remove(name))));
        whole.path("properties").properties().forEach(field -> {
            ObjectNode schema = schemas.whole(field.getValue());
            // What cannot be one segment of a path would be another route; an empty parameter is none.
            Consumer<JsonNode> put = value -> fields.set(field.getKey(),
                    part.equals("headers") || isSegment(value.asText()) ? value : NODES.textNode("%"));
            String where = part + "." + field.getKey();
            if (!Schemas.types(schema).equals(Set.of("string"))) {
                change(where + " of another type", put, NODES.textNode(pick(List.of("abc", "1.5", "-", "0x1", "1 2"))));
            }
            scalar(schema, fields.path(field.getKey()), where, put);
        });
    }

    private static boolean isSegment(String text) {
        return !text.contains("/") && !Set.of("", ".", "..").contains(text);
    }

    private void look(JsonNode schema, JsonNode value, String where, Consumer<JsonNode> put) {
        ObjectNode whole = schemas.whole(schema);
        whole.path("oneOf").forEach(shape -> look(shape, value, where, put));
        if (!Schemas.types(whole).isEmpty()) {
            OF_EVERY_TYPE.forEach(other -> change(where + " of another type", put, other));
        }
        scalar(whole, value, where, put);
        if (value instanceof ObjectNode object) {
            look(whole, object, where);
        } else if (value instanceof ArrayNode array && whole.has("items")) {
            look(whole, array, where, put);
        }
    }

    private void look(ObjectNode whole, ObjectNode object, String where) {
        Schemas.required(whole)
                .forEach(name -> found.add(new Breakage(where + " without " + name, () -> object.remove(name))));
        whole.path("anyOf").forEach(shape -> Schemas.required(shape)
                .forEach(name -> found.add(new Breakage(where + " without " + name, () -> object.remove(name)))));
        if (whole.has("additionalProperties")) {
            found.add(new Breakage(where + " with an unknown field",
                    () -> object.put(pick(List.of("unknown", "Id", "")), 1)));
        }
        whole.path("properties").properties().forEach(field -> {
            if (object.has(field.getKey())) {
                look(field.getValue(), object.get(field.getKey()), where + "." + field.getKey(),
                        it -> object.set(field.getKey(), it));
            }
        });
    }

    private void look(ObjectNode whole, ArrayNode array, String where, Consumer<JsonNode> put) {
        change(where + " with too few", put, NODES.arrayNode());
        if (!array.isEmpty()) {
            ArrayNode many = NODES.arrayNode();
            while (many.size() <= whole.path("maxItems").asInt(0)) {
                many.add(array.get(0).deepCopy());
            }
            change(where + " with too many", put, many);
            int one = random.nextInt(array.size());
            look(whole.get("items"), array.get(one), where + "[" + one + "]", it -> array.set(one, it));
        }
    }

    private void scalar(ObjectNode whole, JsonNode value, String where, Consumer<JsonNode> put) {
        whole.properties().forEach(keyword -> {
            JsonNode bound = keyword.getValue();
            switch (keyword.getKey()) {
                case "enum", "const" -> List
                        .of("NEVER", "PENDING", value.asText().toLowerCase(Locale.ROOT), value.asText() + "S")
                        .forEach(it -> change(where + " outside of its " + keyword.getKey(), put, NODES.textNode(it)));
                case "minimum" -> change(where + " too small", put, number(bound.decimalValue().subtract(step(whole))));
                case "exclusiveMinimum" -> change(where + " too small", put, number(bound.decimalValue()));
                case "maximum" -> change(where + " too large", put, number(bound.decimalValue().add(step(whole))));
                case "multipleOf" -> change(where + " too fine", put, number(value.decimalValue()
                        .add(bound.decimalValue().movePointLeft(1))));
                case "not" -> Optional.ofNullable(bound.get("const"))
                        .ifPresent(it -> change(where + " not so", put, it));
                case "minLength" -> change(where + " too short", put, NODES.textNode("a".repeat(bound.asInt() - 1)));
                case "maxLength" -> List.of("a", "é", "😀").forEach(
                        letter -> change(where + " too long", put, NODES.textNode(letter.repeat(bound.asInt() + 1))));
                case "pattern" -> STRANGE.forEach(it -> change(where + " of another form", put,
                        NODES.textNode(random.nextBoolean() ? it : value.asText() + it)));
                case "format" -> OF_NO_FORMAT.getOrDefault(bound.asText(), List.of())
                        .forEach(it -> change(where + " of another format", put, NODES.textNode(it)));
                default -> {}
            }
        });
    }

    private static BigDecimal step(ObjectNode whole) {
        return whole.has("multipleOf") ? whole.get("multipleOf").decimalValue() : BigDecimal.ONE;
    }

    private static JsonNode number(BigDecimal number) {
        return NODES.numberNode(plain(number));
    }

    /// Without an exponent, as most clients write numbers.
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private void change(String how, Consumer<JsonNode> put, JsonNode value) {
        found.add(new Breakage(how + ": " + value, () -> put.accept(value.deepCopy())));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
