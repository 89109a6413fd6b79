package dev.stampede.email;

import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.Totals;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/// What both templates show: the text for one event and its order. Nothing in it is escaped.
///
/// @param accent colour of the bar and the button, `#rrggbb`
/// @param sums   the last lines of the bill
public record OrderMail(
        String subject,
        String headline,
        List<String> paragraphs,
        String accent,
        List<Sum> sums,
        Order order,
        String link) {

    public record Sum(String label, Money amount) {}

    public List<OrderLine> lines() {
        return order.placed().lines();
    }

    public Totals totals() {
        return order.placed().totals();
    }

    /// The first part of the order's id, short enough to be read out on the phone.
    public String reference() {
        return reference(order);
    }

    static String reference(Order order) {
        String id = order.orderId();
        return id.substring(0, Math.min(8, id.length())).toUpperCase(Locale.ROOT);
    }

    public static String amount(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance(money.currency()));
        return format.format(money.toDecimal());
    }
}
