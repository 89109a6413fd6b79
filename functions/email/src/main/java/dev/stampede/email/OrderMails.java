package dev.stampede.email;

import dev.stampede.email.html.JteorderGenerated;
import dev.stampede.model.Order;
import dev.stampede.model.Reason;
import dev.stampede.model.event.OrderEvent;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is said about an event, if anything, and to whom.
public final class OrderMails {

    private static final String GREEN = "#15803d";
    private static final String BLUE = "#1d4ed8";
    private static final String RED = "#b91c1c";

    private final String shopUrl;

    /// @param shopUrl the storefront's public address, for links
    public OrderMails(String shopUrl) {
        this.shopUrl = Objects.requireNonNull(shopUrl, "shopUrl").replaceFirst("/+$", "");
    }

    public Optional<Mail> of(OrderEvent event) {
        return event.order().placed().customer().email()
                .flatMap(address -> content(event).map(content -> render(address, content)));
    }

    private Optional<OrderMail> content(OrderEvent event) {
        Order order = event.order();
        String reference = OrderMail.reference(order);
        return switch (event.type()) {
            case ORDER_CONFIRMED -> Optional.of(mail(order, GREEN, "Total",
                    "Your Stampede order " + reference + " is confirmed",
                    "You got it. Your order is confirmed.",
                    List.of("The items below are yours: they are paid for and set aside, and nobody can take them now.",
                            "We write again when the parcel is on its way.")));
            case ORDER_SHIPPED -> Optional.of(mail(order, BLUE, "Total",
                    "Your Stampede order " + reference + " is on its way",
                    "Your order is on its way.",
                    List.of("We have handed your parcel to the carrier.")));
            case ORDER_CANCELLED -> Optional.of(mail(order, RED, "Not charged",
                    "Your Stampede order " + reference + " was cancelled",
                    "Your order was cancelled.",
                    List.of(why(order),
                            "You were not charged. If your bank shows a reserved amount, it lapses by itself.")));
            case ORDER_REFUNDED -> Optional.of(mail(order, BLUE, "Refunded",
                    "Refund for your Stampede order " + reference,
                    "Your refund is on its way.",
                    List.of("We have returned the amount below to the card you paid with.",
                            "Depending on your bank it takes a few working days to show.")));
            case ORDER_CREATED, ORDER_REJECTED, ORDER_EXPIRED, ORDER_DELIVERED, RETURN_REQUESTED, ORDER_RETURNED,
                    PAYMENT_AUTHORIZED, PAYMENT_DECLINED, PAYMENT_CAPTURED, FRAUD_REVIEWED -> Optional.empty();
        };
    }

    private static String why(Order order) {
        return order.reason().map(OrderMails::why).orElse("The order could not be completed.");
    }

    private static String why(Reason reason) {
        return switch (reason) {
            case PAYMENT_DECLINED -> "Your card was declined, so we could not complete the order. "
                    + "You are welcome to order again with another card while stock lasts.";
            case FRAUD_REJECTED -> "Our automatic checks could not verify this order, so we did not accept it. "
                    + "If you think this is a mistake, please answer this mail.";
            case SOLD_OUT -> "The last unit went to somebody else before your order could be completed.";
        };
    }

    private OrderMail mail(
            Order order, String accent, String totalLabel, String subject, String headline, List<String> paragraphs) {
        String link = shopUrl + "/orders/" + order.orderId();
        return new OrderMail(subject, headline, paragraphs, accent, totalLabel, order, link);
    }

    /// The generated classes are called by name: the template engine would look them up by reflection.
    private static Mail render(String address, OrderMail content) {
        StringOutput html = new StringOutput();
        JteorderGenerated.render(new OwaspHtmlTemplateOutput(html), null, content);
        StringOutput text = new StringOutput();
        dev.stampede.email.text.JteorderGenerated.render(text, null, content);
        return new Mail(address, content.subject(), html.toString(), text.toString());
    }
}
