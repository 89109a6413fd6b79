package dev.stampede.ordering;

import dev.stampede.lambda.Caller;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.EmailAddress;
import dev.stampede.model.OrderStatus;
import dev.stampede.ordering.OrderPages.Page;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Lists a customer's own orders by the verified address of the token; an admin may list anybody's.
public final class ListOrders {

    /// The parameters as they came.
    record Query(
            Optional<String> customerEmail,
            Optional<String> status,
            Optional<String> day,
            Optional<String> limit,
            Optional<String> cursor) {}

    sealed interface Result {
        record Listed(Page page) implements Result {}

        record Invalid(List<Detail> details) implements Result {}

        /// The token's address was never verified.
        record EmailNotVerified() implements Result {}

        /// Somebody else's orders, or a day's, which only the staff may ask for.
        record Forbidden() implements Result {}
    }

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 100;
    /// Lists have no order that is not recorded yet.
    private static final Set<OrderStatus> RECORDED = EnumSet.complementOf(EnumSet.of(OrderStatus.PENDING));
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}");

    private final OrderPages orderPages;

    public ListOrders(OrderPages orderPages) {
        this.orderPages = orderPages;
    }

    Result list(Caller caller, Query query) {
        if (!caller.admin() && caller.verifiedEmail().isEmpty()) {
            return new Result.EmailNotVerified();
        }
        List<Detail> wrong = new ArrayList<>();
        Optional<String> wanted = read("customerEmail", query.customerEmail(), EmailAddress.IN_WORDS, wrong,
                text -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(EmailAddress::isValid));
        Optional<OrderStatus> status = read("status", query.status(), "an order status such as CONFIRMED", wrong,
                text -> RECORDED.stream().filter(value -> value.name().equals(text)).findFirst());
        Optional<LocalDate> day = read("day", query.day(), "a day such as 2026-11-27", wrong, ListOrders::day);
        int limit = read("limit", query.limit(), "a whole number from 1 to " + MAX_LIMIT, wrong, ListOrders::limit)
                .orElse(DEFAULT_LIMIT);
        Optional<String> email = caller.admin() ? wanted : caller.verifiedEmail();
        OrderFilter filter = new OrderFilter(status, day);
        // Without its time a cursor is one of everybody's rejected orders, which have no index.
        boolean anyPlace = email.isEmpty() && status.filter(OrderStatus.REJECTED::equals).isPresent();
        Optional<OrderCursor> after = query.cursor().flatMap(OrderCursor::ofText).filter(cursor -> anyPlace
                || cursor.createdAt().isPresent() && filter.goesOnAfter(cursor));
        if (query.cursor().isPresent() && after.isEmpty()) {
            wrong.add(
                    new Detail("cursor", "UNKNOWN_CURSOR", "cursor must be the nextCursor of a page of the same list"));
        }
        if (!wrong.isEmpty()) {
            return new Result.Invalid(List.copyOf(wrong));
        }
        if (!caller.admin() && (day.isPresent() || wanted.isPresent() && !wanted.equals(email))) {
            return new Result.Forbidden();
        }
        return new Result.Listed(email
                .map(address -> orderPages.byCustomer(address, filter, limit, after))
                .orElseGet(() -> orderPages.all(filter, limit, after)));
    }

    private static <T> Optional<T> read(
            String name,
            Optional<String> text,
            String expected,
            List<Detail> wrong,
            Function<String, Optional<T>> parse) {
        Optional<T> value = text.flatMap(parse);
        if (text.isPresent() && value.isEmpty()) {
            wrong.add(new Detail(name, "INVALID_VALUE", name + " must be " + expected));
        }
        return value;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text).filter(day -> DAY.matcher(day).matches()).map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> limit(String text) {
        return Optional.of(text)
                .filter(number -> LIMIT.matcher(number).matches())
                .map(Integer::valueOf)
                .filter(number -> number <= MAX_LIMIT);
    }
}
