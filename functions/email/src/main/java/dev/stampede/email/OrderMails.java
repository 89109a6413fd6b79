package dev.stampede.email;

import dev.stampede.email.html.JteorderGenerated;
import dev.stampede.model.EventType;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.event.OrderEvent;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Which mail an event causes, if any, and to whom.
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
        String name = "Your Stampede order " + OrderMail.reference(order);
        return switch (event.type()) {
            case ORDER_CONFIRMED -> Optional.of(mail(order, GREEN, name + " is confirmed",
                    "You got it. Your order is confirmed.",
                    Settlement.paid(order),
                    "The items below are yours: they are paid for and set aside, and nobody can take them now.",
                    "We write again when the parcel is on its way."));
            case ORDER_SHIPPED -> Optional.of(mail(order, BLUE, name + " is on its way",
                    "Your order is on its way.",
                    Settlement.paid(order),
                    "We have handed your parcel to the carrier."));
            case ORDER_CANCELLED -> failed(event, name + " was cancelled", "Your order was cancelled.");
            case ORDER_EXPIRED -> failed(event, name + " has expired", "Your order has expired.");
            case ORDER_REFUNDED -> {
                Settlement settlement = Settlement.ofRefund(order, event.entry());
                yield Optional.of(mail(order, BLUE, "Refund for your Stampede order " + OrderMail.reference(order),
                        "Your refund is on its way.", settlement, settlement.words()));
            }
            case ORDER_CREATED, ORDER_REJECTED, ORDER_DELIVERED, RETURN_REQUESTED, ORDER_RETURNED,
                    PAYMENT_AUTHORIZED, PAYMENT_DECLINED, PAYMENT_CAPTURED, FRAUD_REVIEWED -> Optional.empty();
        };
    }

    /// Anybody can enter a stranger's address with a card that is declined: without this rule, somebody who gave
    /// neither money nor proof could have strangers mailed at will. The order's page tells its buyer anyway.
    private Optional<OrderMail> failed(OrderEvent event, String subject, String headline) {
        if (!event.order().placed().customer().proven() && !wasAuthorized(event.order())) {
            return Optional.empty();
        }
        HistoryEntry end = event.entry();
        Settlement settlement = Settlement.ofFailed(event.order(), end);
        String why = end.reason().map(Why::of).orElse("The order could not be completed.");
        return Optional.of(mail(event.order(), RED, subject, headline, settlement, why, settlement.words()));
    }

    private static boolean wasAuthorized(Order order) {
        return order.history().stream().anyMatch(entry -> entry.type() == EventType.PAYMENT_AUTHORIZED);
    }

    private OrderMail mail(
            Order order, String accent, String subject, String headline, Settlement settlement, String... paragraphs) {
        String link = shopUrl + "/orders/" + order.orderId();
        return new OrderMail(subject, headline, List.of(paragraphs), accent, settlement.sums(), order, link);
    }

    /// Calls the generated classes directly, because the template engine would look them up by reflection.
    private static Mail render(String address, OrderMail content) {
        StringOutput html = new StringOutput();
        JteorderGenerated.render(new OwaspHtmlTemplateOutput(html), null, content);
        StringOutput text = new StringOutput();
        dev.stampede.email.text.JteorderGenerated.render(text, null, content);
        return new Mail(address, content.subject(), html.toString(), text.toString());
    }
}
