package dev.stampede.lambda;

import dev.stampede.lambda.RequestBody.Result;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header `Idempotency-Key`: the client's name for one attempt. Bare, or quoted as the draft of the header has it
/// (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/).
public final class IdempotencyKeyHeader {

    private static final String NAME = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("(\"?)([A-Za-z0-9_-]{1,64})\\1");

    private IdempotencyKeyHeader() {}

    /// The key that a header's text is; empty where it is none.
    public static Optional<String> key(String text) {
        return Optional.of(FORM.matcher(text)).filter(Matcher::matches).map(matched -> matched.group(2));
    }

    /// The key without its quotes; empty where no header was sent.
    public static Result<Optional<String>> optional(HttpRequest request) {
        Optional<String> header = request.header(NAME);
        Optional<String> key = header.flatMap(IdempotencyKeyHeader::key);
        return header.isPresent() && key.isEmpty()
                ? new Result.Refused<>(HttpResponse.problem(400, "INVALID_IDEMPOTENCY_KEY",
                        NAME + " must be 1 to 64 letters, digits, hyphens or underscores."))
                : new Result.Valid<>(key);
    }

    /// @param why a sentence that says what a key is needed for
    public static Result<String> required(HttpRequest request, String why) {
        return switch (optional(request)) {
            case Result.Refused<Optional<String>>(HttpResponse problem) -> new Result.Refused<>(problem);
            case Result.Valid<Optional<String>>(Optional<String> key) -> key
                    .<Result<String>>map(Result.Valid::new)
                    .orElseGet(() -> new Result.Refused<>(
                            HttpResponse.problem(400, "IDEMPOTENCY_KEY_REQUIRED", why)));
        };
    }
}
