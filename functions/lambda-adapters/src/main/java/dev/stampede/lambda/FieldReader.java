package dev.stampede.lambda;

import dev.stampede.lambda.HttpResponse.Detail;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one JSON object of a request and notes every fault under the field's path. A field that is there
/// with a null is of the wrong type: strict now can be eased later, not the other way round.
public final class FieldReader {

    private static final int MAX_DETAILS = 50;
    private static final int MAX_NAME = 64;

    private final Map<?, ?> fields;
    private final String prefix;
    private final List<Detail> wrong;

    private FieldReader(Map<?, ?> fields, String prefix, List<Detail> wrong) {
        this.fields = fields;
        this.prefix = prefix;
        this.wrong = wrong;
    }

    public static FieldReader of(Map<?, ?> body) {
        return new FieldReader(body, "", new ArrayList<>());
    }

    /// An element of an array field; empty, and noted, where it is no object.
    public Optional<FieldReader> element(String path, Object element) {
        if (element instanceof Map<?, ?> object) {
            return Optional.of(new FieldReader(object, path + ".", wrong));
        }
        note(path, "WRONG_TYPE", path + " must be an object");
        return Optional.empty();
    }

    /// The faults noted so far, here and in the elements.
    public List<Detail> wrong() {
        return List.copyOf(wrong);
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public void refuseUnknown(Set<String> known) {
        for (Object name : fields.keySet()) {
            if (!known.contains(name)) {
                note(prefix + head((String) name), "UNKNOWN_FIELD", "there is no such field here");
            }
        }
    }

    /// Cut between characters: half a surrogate pair could not be answered.
    private static String head(String name) {
        int characters = name.codePointCount(0, name.length());
        return name.substring(0, name.offsetByCodePoints(0, Math.min(MAX_NAME, characters)));
    }

    public <T> Optional<T> optional(String name, Class<T> type, String expected, Predicate<T> rule) {
        @Nullable
        Object value = type == Long.class ? whole(fields.get(name)) : fields.get(name);
        String path = prefix + name;
        if (!fields.containsKey(name)) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            note(path, "WRONG_TYPE", path + " must be " + expected);
            return Optional.empty();
        }
        T typed = type.cast(value);
        if (!rule.test(typed)) {
            note(path, "INVALID_VALUE", path + " must be " + expected);
            return Optional.empty();
        }
        return Optional.of(typed);
    }

    /// A whole number is one however it is written: 1.0 as well as 1.
    private static @Nullable Object whole(@Nullable Object value) {
        try {
            return value instanceof BigDecimal number ? (Object) number.longValueExact() : value;
        } catch (ArithmeticException _) {
            return value;
        }
    }

    public <T> Optional<T> required(String name, Class<T> type, String expected, Predicate<T> rule) {
        if (!has(name)) {
            note(prefix + name, "REQUIRED", prefix + name + " is missing");
        }
        return optional(name, type, expected, rule);
    }

    /// Notes a fault of this object's field, or of the body as a whole where the path says so.
    public void note(String path, String code, String message) {
        // A body of 32 KB has room for thousands of faults; nobody reads more than some.
        if (wrong.size() < MAX_DETAILS) {
            wrong.add(new Detail(path, code, message));
        }
    }
}
