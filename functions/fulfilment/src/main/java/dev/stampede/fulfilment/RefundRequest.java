package dev.stampede.fulfilment;

import dev.stampede.lambda.AmountField;
import dev.stampede.lambda.FieldReader;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.model.Money;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A staff member's request to give money back.
///
/// @param key    names it among all refunds of the order
/// @param amount empty for all that is left
record RefundRequest(Staff staff, String key, Optional<Money> amount) {

    sealed interface Result {
        record Allowed(RefundRequest request) implements Result {}

        record Refused(HttpResponse problem) implements Result {}
    }

    /// Bare, or quoted as the draft of the header has it
    /// (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/).
    private static final Pattern KEY = Pattern.compile("(\"?)([A-Za-z0-9_-]{1,64})\\1");
    private static final AmountField AMOUNT = AmountField.aboveZeroUpTo(1_000_000_000);

    static Result read(HttpRequest request) {
        return switch (StaffRequest.read(request, Set.of("amount"), RefundRequest::amount)) {
            case StaffRequest.Result.Refused(HttpResponse problem) -> new Result.Refused(problem);
            case StaffRequest.Result.Allowed(Staff staff, Optional<Money> amount) -> request
                    .header("Idempotency-Key").map(KEY::matcher).<Result>map(key -> key.matches()
                            ? new Result.Allowed(new RefundRequest(staff, key.group(2), amount))
                            : refused("INVALID_IDEMPOTENCY_KEY",
                                    "Idempotency-Key must be 1 to 64 letters, digits, hyphens or underscores."))
                    .orElseGet(() -> refused("IDEMPOTENCY_KEY_REQUIRED",
                            "A refund needs an Idempotency-Key, so that a repeat gives nothing back twice."));
        };
    }

    private static Result.Refused refused(String code, String message) {
        return new Result.Refused(HttpResponse.problem(400, code, message));
    }

    private static Optional<Optional<Money>> amount(FieldReader body) {
        return Optional.of(AMOUNT.optional(body, "amount"));
    }
}
