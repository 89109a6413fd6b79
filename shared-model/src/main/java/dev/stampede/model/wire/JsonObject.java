package dev.stampede.model.wire;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON object whose shape is known: a field that is missing or of another type is [Json.Malformed], named.
public record JsonObject(Map<String, Object> fields) {

    @SuppressWarnings("unchecked")
    public static JsonObject of(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> object) {
            return new JsonObject((Map<String, Object>) object);
        }
        throw new Json.Malformed("expected an object");
    }

    public boolean has(String name) {
        return fields.get(name) != null;
    }

    public String string(String name) {
        return field(name, String.class);
    }

    public Optional<String> optionalString(String name) {
        return has(name) ? Optional.of(string(name)) : Optional.empty();
    }

    public long number(String name) {
        return field(name, Long.class);
    }

    public int integer(String name) {
        long value = number(name);
        if (value != (int) value) {
            throw new Json.Malformed(name + " is out of range");
        }
        return (int) value;
    }

    public boolean bool(String name) {
        return field(name, Boolean.class);
    }

    public Instant instant(String name) {
        try {
            return Instant.parse(string(name));
        } catch (DateTimeParseException _) {
            throw new Json.Malformed(name + " is no instant");
        }
    }

    /// The constant of an enum that a text names.
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, string(name));
        } catch (IllegalArgumentException _) {
            throw new Json.Malformed(name + " is none of its values");
        }
    }

    public <E extends Enum<E>> Optional<E> optionalConstant(String name, Class<E> type) {
        return has(name) ? Optional.of(constant(name, type)) : Optional.empty();
    }

    public JsonObject object(String name) {
        return of(field(name, Map.class));
    }

    public Optional<JsonObject> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    public List<JsonObject> objects(String name) {
        return array(name).stream().map(JsonObject::of).toList();
    }

    public List<String> strings(String name) {
        return array(name).stream().map(element -> text(name, element)).toList();
    }

    private static String text(String name, Object element) {
        if (element instanceof String text) {
            return text;
        }
        throw new Json.Malformed(name + " has an element of the wrong type");
    }

    @SuppressWarnings("unchecked")
    private List<Object> array(String name) {
        return (List<Object>) field(name, List.class);
    }

    private <T> T field(String name, Class<T> type) {
        Object value = fields.get(name);
        if (!type.isInstance(value)) {
            throw new Json.Malformed(name + (value == null ? " is missing" : " has the wrong type"));
        }
        return type.cast(value);
    }
}
