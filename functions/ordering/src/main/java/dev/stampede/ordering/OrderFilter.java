package dev.stampede.ordering;

import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import java.time.LocalDate;
import java.util.Optional;

/// Which orders of a list are wanted.
///
/// @param day on which they were placed, in UTC
public record OrderFilter(Optional<OrderStatus> status, Optional<LocalDate> day) {

    public static final OrderFilter ALL = new OrderFilter(Optional.empty(), Optional.empty());

    public static OrderFilter of(OrderStatus status) {
        return new OrderFilter(Optional.of(status), Optional.empty());
    }

    public static OrderFilter of(LocalDate day) {
        return new OrderFilter(Optional.empty(), Optional.of(day));
    }

    boolean takes(Order order) {
        return status.isEmpty() || status.get() == order.status();
    }

    /// Whether a list of these orders can go on after that one.
    boolean goesOnAfter(OrderCursor cursor) {
        return day.isEmpty() || cursor.createdAt().filter(time -> time.startsWith(day.get().toString())).isPresent();
    }
}
