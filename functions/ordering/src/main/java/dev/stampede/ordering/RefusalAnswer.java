package dev.stampede.ordering;

import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Money;
import dev.stampede.model.Offer;
import dev.stampede.model.Sale;
import dev.stampede.model.wire.Timestamps;
import dev.stampede.ordering.CreateOrder.RefusedLine;
import dev.stampede.ordering.CreateOrder.Result.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// What a shopper hears where something speaks against an order: one code, and what is true of each line concerned.
final class RefusalAnswer {

    private RefusalAnswer() {}

    static HttpResponse of(Refused refused) {
        return switch (refused.obstacle()) {
            case NOT_FOR_SALE -> problem(404, "Something in the order is not for sale.", refused,
                    line -> detail(line, "", "PRODUCT_NOT_FOUND", "there is no product " + sku(line)));
            case NOT_STARTED -> problem(409, "A sale has not started yet. Nothing was ordered.", refused,
                    line -> notStarted(line, start(line, refused.now())))
                    .withHeader("retry-after", Long.toString(secondsToLastStart(refused)));
            case SOLD_OUT -> problem(409, "Something is sold out. Nothing was ordered.", refused,
                    line -> detail(line, "", "SOLD_OUT", sku(line) + " is sold out"));
            case ADDRESS_REQUIRED -> HttpResponse.problem(400, "VALIDATION_FAILED", "Some fields are not right.",
                    List.of(new Detail("customerEmail", "REQUIRED",
                            "what is limited per customer is sold to an e-mail address only")));
            case LIMIT_REACHED -> problem(409, "This is more than one customer may have. Nothing was ordered.", refused,
                    line -> limitReached(line, limit(line, refused.now())));
            case PRICE_CHANGED -> problem(409, "A price has changed. Nothing was ordered.", refused,
                    line -> priceChanged(line, offer(line).price(refused.now())));
            case NOT_ENOUGH -> throw new IllegalArgumentException("no order is refused at once for that");
        };
    }

    private static HttpResponse problem(
            int status, String message, Refused refused, Function<RefusedLine, Detail> detail) {
        List<Detail> details = refused.lines().stream().map(detail).toList();
        return HttpResponse.problem(status, details.getFirst().code(), message, details);
    }

    private static Detail notStarted(RefusedLine line, Instant startsAt) {
        return detail(line, "", "SALE_NOT_STARTED",
                "the sale of " + sku(line) + " starts at " + Timestamps.format(startsAt)).withValue(startsAt);
    }

    private static Detail limitReached(RefusedLine line, int limit) {
        return detail(line, ".quantity", "LIMIT_REACHED", "one customer may have " + limit + " of " + sku(line))
                .withValue(limit);
    }

    private static Detail priceChanged(RefusedLine line, Money price) {
        return detail(line, ".price", "PRICE_CHANGED", "the price is now " + price).withValue(price);
    }

    private static Detail detail(RefusedLine line, String field, String code, String message) {
        return new Detail(line.line().field() + field, code, message);
    }

    /// Rounded up, so that whoever waits as long is not early.
    private static long secondsToLastStart(Refused refused) {
        Instant last = refused.lines().stream()
                .map(line -> start(line, refused.now()))
                .max(Instant::compareTo)
                .orElseThrow();
        return Duration.between(refused.now(), last).plusNanos(999_999_999).toSeconds();
    }

    private static Instant start(RefusedLine line, Instant now) {
        return offer(line).product().upcomingSale(now).map(Sale::startsAt).orElseThrow();
    }

    private static int limit(RefusedLine line, Instant now) {
        return offer(line).orderLine(line.line().quantity(), now).limitPerCustomer().orElseThrow();
    }

    private static Offer offer(RefusedLine line) {
        return line.offer().orElseThrow();
    }

    private static String sku(RefusedLine line) {
        return line.line().sku();
    }
}
