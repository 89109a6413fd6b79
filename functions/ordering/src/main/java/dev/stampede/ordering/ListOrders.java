package dev.stampede.ordering;

import dev.stampede.lambda.Caller;
import dev.stampede.model.EmailAddress;
import dev.stampede.model.OrderStatus;
import dev.stampede.ordering.OrderPages.Page;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
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

    /// What a list is asked for with.
    enum Parameter {
        CUSTOMER_EMAIL, STATUS, DAY, LIMIT,
        /// Of no page of the same list.
        CURSOR
    }

    sealed interface Result {
        record Listed(Page page) implements Result {}

        /// @param wrong at least one
        record Invalid(Set<Parameter> wrong) implements Result {}

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
        Set<Parameter> wrong = EnumSet.noneOf(Parameter.class);
        Optional<String> wanted = read(Parameter.CUSTOMER_EMAIL, query.customerEmail(), wrong,
                text -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(EmailAddress::isValid));
        Optional<OrderStatus> status = read(Parameter.STATUS, query.status(), wrong,
                text -> RECORDED.stream().filter(value -> value.name().equals(text)).findFirst());
        Optional<LocalDate> day = read(Parameter.DAY, query.day(), wrong, ListOrders::day);
        int limit = read(Parameter.LIMIT, query.limit(), wrong, ListOrders::limit).orElse(DEFAULT_LIMIT);
        Optional<String> email = caller.admin() ? wanted : caller.verifiedEmail();
        OrderFilter filter = new OrderFilter(status, day);
        // Without its time a cursor is one of everybody's rejected orders, which have no index.
        boolean anyPlace = email.isEmpty() && status.filter(OrderStatus.REJECTED::equals).isPresent();
        Optional<OrderCursor> after = query.cursor().flatMap(OrderCursor::ofText).filter(cursor -> anyPlace
                || cursor.createdAt().isPresent() && filter.goesOnAfter(cursor));
        if (query.cursor().isPresent() && after.isEmpty()) {
            wrong.add(Parameter.CURSOR);
        }
        if (!wrong.isEmpty()) {
            return new Result.Invalid(wrong);
        }
        if (!caller.admin() && (day.isPresent() || wanted.isPresent() && !wanted.equals(email))) {
            return new Result.Forbidden();
        }
        return new Result.Listed(email
                .map(address -> orderPages.byCustomer(address, filter, limit, after))
                .orElseGet(() -> orderPages.all(filter, limit, after)));
    }

    private static <T> Optional<T> read(
            Parameter parameter, Optional<String> text, Set<Parameter> wrong, Function<String, Optional<T>> parse) {
        Optional<T> value = text.flatMap(parse);
        if (text.isPresent() && value.isEmpty()) {
            wrong.add(parameter);
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
