package dev.stampede.ordering;

import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.Sale;
import dev.stampede.model.wire.Timestamps;
import dev.stampede.ordering.CreateOrder.Result;
import dev.stampede.ordering.OrderRequest.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What speaks against an order as it is asked for. The shopper hears first what no change of the order helps against,
/// then what a smaller order helps against, and last what only needs another yes.
///
/// @param found offers by SKU
/// @param now   the moment that decides
record Objections(Customer customer, List<Line> lines, Map<String, Offer> found, Instant now) {

    Optional<Result> first() {
        return Stream.<Supplier<Optional<Result>>>of(
                this::unknown, this::notStarted, this::soldOut, this::uncountable, this::limitReached,
                this::priceChanged)
                .flatMap(objection -> objection.get().stream())
                .findFirst();
    }

    private Optional<Result> unknown() {
        return details(line -> found.containsKey(line.sku())
                ? Optional.empty()
                : detail(line.field(), "PRODUCT_NOT_FOUND", "there is no product " + line.sku()))
                .map(Result.NotForSale::new);
    }

    private Optional<Result> notStarted() {
        return details(line -> upcomingSale(line).flatMap(sale -> detail(line.field(), "SALE_NOT_STARTED",
                "the sale of " + line.sku() + " starts at " + Timestamps.format(sale.startsAt()))))
                .map(details -> new Result.NotStarted(details, secondsToLastStart()));
    }

    private Optional<Result> soldOut() {
        return details(line -> offer(line).isSoldOut(now)
                ? detail(line.field(), "SOLD_OUT", line.sku() + " is sold out")
                : Optional.empty())
                .map(Result.SoldOut::new);
    }

    /// A customer id is whatever a client makes up. An address can be made up too, but costs something and is counted
    /// in all of its spellings.
    private Optional<Result> uncountable() {
        boolean limited = lines.stream()
                .anyMatch(line -> offer(line).product().orderLine(1, now).limitPerCustomer().isPresent());
        return limited && customer.email().isEmpty()
                ? Optional.of(new Result.AddressRequired(List.of(new Detail("customerEmail", "REQUIRED",
                        "what is limited per customer is sold to an e-mail address only"))))
                : Optional.empty();
    }

    private Optional<Result> limitReached() {
        return details(line -> offer(line).product().orderLine(line.quantity(), now).limitPerCustomer()
                .filter(limit -> line.quantity() > limit)
                .flatMap(limit -> detail(line.field() + ".quantity", "LIMIT_REACHED",
                        "one customer may have " + limit + " of " + line.sku())))
                .map(Result.LimitReached::new);
    }

    private Optional<Result> priceChanged() {
        return details(line -> {
            Money price = offer(line).product().priceAt(now);
            return line.clientPrice().filter(shown -> !shown.equals(price))
                    .flatMap(_ -> detail(line.field() + ".price", "PRICE_CHANGED", "the price is now " + price));
        })
                .map(Result.PriceChanged::new);
    }

    private Optional<Sale> upcomingSale(Line line) {
        return offer(line).product().upcomingSale(now);
    }

    /// Rounded up, so that whoever waits as long is not early.
    private long secondsToLastStart() {
        Instant last = lines.stream()
                .flatMap(line -> upcomingSale(line).stream())
                .map(Sale::startsAt)
                .max(Instant::compareTo)
                .orElseThrow();
        return Duration.between(now, last).plusNanos(999_999_999).toSeconds();
    }

    /// Empty where no line has one.
    private Optional<List<Detail>> details(Function<Line, Optional<Detail>> objection) {
        return Optional.of(lines.stream().flatMap(line -> objection.apply(line).stream()).toList())
                .filter(details -> !details.isEmpty());
    }

    private static Optional<Detail> detail(String field, String code, String message) {
        return Optional.of(new Detail(field, code, message));
    }

    /// Of a product that is known by now: what nobody knows was objected to first.
    private Offer offer(Line line) {
        return Objects.requireNonNull(found.get(line.sku()), line.sku());
    }
}
