package dev.stampede.lambda;

import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The JSON object in a request's body, read as a whole or refused as a whole. No body is an object without fields.
public final class RequestBody {

    public sealed interface Result<T> {
        record Valid<T>(T value) implements Result<T> {}

        /// @param problem 413, or 400 with every fault named by its field
        record Refused<T>(HttpResponse problem) implements Result<T> {}
    }

    private RequestBody() {}

    /// @param maxBytes whole kilobytes
    /// @param known    the fields there may be
    /// @param read     empty only where it has noted a fault
    public static <T> Result<T> read(
            String body, int maxBytes, Set<String> known, Function<FieldReader, Optional<T>> read) {
        if (body.length() > maxBytes || body.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            return new Result.Refused<>(HttpResponse.problem(
                    413, "PAYLOAD_TOO_LARGE", "The body is at most " + maxBytes / 1024 + " KB."));
        }
        try {
            return (body.isBlank() ? Map.of() : Json.read(body)) instanceof Map<?, ?> object
                    ? read(FieldReader.of(object), known, read)
                    : invalid(List.of(new Detail("", "WRONG_TYPE", "the body must be a JSON object")));
        } catch (Json.Malformed _) {
            return new Result.Refused<>(HttpResponse.problem(400, "MALFORMED_JSON", "The body is not valid JSON."));
        }
    }

    private static <T> Result<T> read(FieldReader fields, Set<String> known, Function<FieldReader, Optional<T>> read) {
        fields.refuseUnknown(known);
        Optional<T> value = read.apply(fields);
        List<Detail> wrong = fields.wrong();
        return wrong.isEmpty() ? new Result.Valid<>(value.orElseThrow()) : invalid(wrong);
    }

    private static <T> Result<T> invalid(List<Detail> wrong) {
        return new Result.Refused<>(
                HttpResponse.problem(400, "VALIDATION_FAILED", "Some fields are not right.", wrong));
    }
}
