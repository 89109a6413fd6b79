package dev.stampede.ordering;

import dev.stampede.model.Order;
import java.util.List;
import java.util.Optional;

/// Reads orders page by page. A page may be shorter than asked for, or empty, and still have a next one: a rare status
/// is looked for in a thousand orders and more for each page, and only a page without a next one is the end.
public interface OrderPages {

    /// @param next where to go on; empty on the last page
    record Page(List<Order> orders, Optional<OrderCursor> next) {}

    /// One customer's orders, newest first; rejected ones are not kept by customer.
    Page byCustomer(String email, OrderFilter filter, int limit, Optional<OrderCursor> after);

    /// Everybody's orders of the last two years or of a day, newest first; the rejected ones where that is the status
    /// that is asked for, in no order.
    Page all(OrderFilter filter, int limit, Optional<OrderCursor> after);
}
