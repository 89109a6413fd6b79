package dev.stampede.catalog;

import dev.stampede.lambda.FieldReader;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.IdempotencyKeyHeader;
import dev.stampede.lambda.RequestBody;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A staff member's request to change a product's units.
///
/// @param key       names it among all changes of the product
/// @param units     how many come, or below zero how many go
/// @param available the level to set; empty to add or take away, whatever the level
record StockRequest(String sku, String key, long units, Optional<Long> available, String reason) {

    /// What a body says.
    private record Change(long units, Optional<Long> available, String reason) {}

    private static final int MAX_BYTES = 4 * 1024;
    private static final int MAX_REASON = 200;
    private static final long MAX_UNITS = 1_000_000;
    private static final Set<String> FIELDS = Set.of("available", "expected", "adjust", "reason");

    StockAdjustment adjustment(Instant at, String by) {
        return new StockAdjustment(sku, key, units, available, reason, at, by);
    }

    /// What is answered to a request that is whole; else what is wrong with it.
    static HttpResponse read(HttpRequest request, Function<StockRequest, HttpResponse> answer) {
        return switch (IdempotencyKeyHeader.required(
                request, "A change of stock needs an Idempotency-Key, so that a repeat changes nothing twice.")) {
            case RequestBody.Result.Refused<String>(HttpResponse problem) -> problem;
            case RequestBody.Result.Valid<String>(String key) -> read(request, key, answer);
        };
    }

    private static HttpResponse read(HttpRequest request, String key, Function<StockRequest, HttpResponse> answer) {
        return switch (RequestBody.read(request.body(), MAX_BYTES, FIELDS, StockRequest::change)) {
            case RequestBody.Result.Refused<Change>(HttpResponse problem) -> problem;
            case RequestBody.Result.Valid<Change>(Change change) -> answer.apply(new StockRequest(
                    request.pathParameter("id"), key, change.units(), change.available(), change.reason()));
        };
    }

    private static Optional<Change> change(FieldReader body) {
        Optional<String> reason =
                body.required("reason", String.class, "one line of 1 to " + MAX_REASON + " characters",
                        text -> ProductText.isLine(text, MAX_REASON));
        if (!body.has("adjust")) {
            Optional<Long> available = body.required("available", Long.class,
                    "a whole number from 0 to " + MAX_UNITS, number -> number >= 0 && number <= MAX_UNITS);
            Optional<Long> expected = body.required("expected", Long.class,
                    "the units that you saw, a whole number from 0",
                    number -> number >= 0 && number <= Integer.MAX_VALUE);
            return available.flatMap(
                    to -> expected.flatMap(from -> reason.map(why -> new Change(to - from, Optional.of(to), why))));
        }
        if (body.has("available") || body.has("expected")) {
            body.note("adjust", "INVALID_VALUE", "say adjust, or available and expected, not both");
        }
        return body.required("adjust", Long.class, "a whole number up to " + MAX_UNITS + ", or below zero, but not 0",
                number -> number != 0 && number >= -MAX_UNITS && number <= MAX_UNITS)
                .flatMap(units -> reason.map(why -> new Change(units, Optional.empty(), why)));
    }
}
