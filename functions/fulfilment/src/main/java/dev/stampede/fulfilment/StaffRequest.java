package dev.stampede.fulfilment;

import dev.stampede.lambda.FieldReader;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.RequestBody;
import dev.stampede.lambda.Staff.Gate;
import dev.stampede.model.Actor;
import dev.stampede.model.HistoryEntry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whether a request is one that the staff may make: who asks, and then what the body says. Every body may have a note.
final class StaffRequest {

    sealed interface Result<T> {
        /// @param body what else the body says
        record Allowed<T>(Staff staff, T body) implements Result<T> {}

        /// @param problem 401, 403, 413, or 400 with every fault named by its field
        record Refused<T>(HttpResponse problem) implements Result<T> {}
    }

    private static final int MAX_BYTES = 4 * 1024;

    private StaffRequest() {}

    /// A request that says nothing but a note.
    static Result<FieldReader> read(HttpRequest request) {
        return read(request, Set.of(), Optional::of);
    }

    /// @param fields the body's fields beside the note
    /// @param read   empty only where it has noted a fault
    static <T> Result<T> read(HttpRequest request, Set<String> fields, Function<FieldReader, Optional<T>> read) {
        return switch (dev.stampede.lambda.Staff.gate(request)) {
            case Gate.Closed(HttpResponse problem) -> new Result.Refused<>(problem);
            case Gate.Open(dev.stampede.lambda.Staff staff) -> read(request, staff.member(), fields, read);
        };
    }

    private static <T> Result<T> read(
            HttpRequest request, String member, Set<String> fields, Function<FieldReader, Optional<T>> read) {
        Set<String> known = new HashSet<>(fields);
        known.add("note");
        return switch (RequestBody.read(request.body(), MAX_BYTES, known, body -> read(body, member, read))) {
            case RequestBody.Result.Valid<Result.Allowed<T>>(Result.Allowed<T> allowed) -> allowed;
            case RequestBody.Result.Refused<Result.Allowed<T>>(HttpResponse problem) -> new Result.Refused<>(problem);
        };
    }

    private static <T> Optional<Result.Allowed<T>> read(
            FieldReader body, String member, Function<FieldReader, Optional<T>> read) {
        Optional<String> note = body.optional("note", String.class,
                "a text of at most " + HistoryEntry.MAX_NOTE + " characters on one line", Actor::isNote);
        return read.apply(body).map(value -> new Result.Allowed<>(new Staff(member, note), value));
    }
}
