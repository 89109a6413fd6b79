package dev.stampede.fulfilment;

import dev.stampede.lambda.AmountField;
import dev.stampede.lambda.FieldReader;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.IdempotencyKeyHeader;
import dev.stampede.lambda.RequestBody;
import dev.stampede.model.Money;
import java.util.Optional;
import java.util.Set;

/// A staff member's request to give money back.
///
/// @param key    names it among all refunds of the order
/// @param amount empty for all that is left
record RefundRequest(Staff staff, String key, Optional<Money> amount) {

    sealed interface Result {
        record Allowed(RefundRequest request) implements Result {}

        record Refused(HttpResponse problem) implements Result {}
    }

    private static final AmountField AMOUNT = AmountField.aboveZeroUpTo(1_000_000_000);

    static Result read(HttpRequest request) {
        return switch (StaffRequest.read(request, Set.of("amount"), RefundRequest::amount)) {
            case StaffRequest.Result.Refused(HttpResponse problem) -> new Result.Refused(problem);
            case StaffRequest.Result.Allowed(Staff staff, Optional<Money> amount) -> read(request, staff, amount);
        };
    }

    private static Result read(HttpRequest request, Staff staff, Optional<Money> amount) {
        return switch (IdempotencyKeyHeader.required(
                request, "A refund needs an Idempotency-Key, so that a repeat gives nothing back twice.")) {
            case RequestBody.Result.Refused<String>(HttpResponse problem) -> new Result.Refused(problem);
            case RequestBody.Result.Valid<String>(String key) -> new Result.Allowed(
                    new RefundRequest(staff, key, amount));
        };
    }

    private static Optional<Optional<Money>> amount(FieldReader body) {
        return Optional.of(AMOUNT.optional(body, "amount"));
    }
}
