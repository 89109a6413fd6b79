package dev.stampede.ordering;

import dev.stampede.model.Order;
import java.util.List;
import java.util.Optional;

/// Reads orders page by page. A page may be shorter than asked for, or empty, and still have a next one: a rare status
/// is looked for over a bounded number of reads.
public interface OrderPages {

    /// @param next where to go on; empty on the last page
    record Page(List<Order> orders, Optional<OrderCursor> next) {}

    /// One customer's orders, newest first; rejected ones are not kept by customer.
    Page byCustomer(String email, OrderFilter filter, int limit, Optional<OrderCursor> after);

    /// Everybody's orders, in no order.
    Page all(OrderFilter filter, int limit, Optional<OrderCursor> after);
}
