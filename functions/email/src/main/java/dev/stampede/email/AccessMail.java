package dev.stampede.email;

import dev.stampede.model.AccessRequest;
import dev.stampede.model.Order;

/// The mail with a code. It has no link: a code is for whoever asked for it, on the page where they asked.
final class AccessMail {

    private AccessMail() {}

    /// Nothing in it comes from outside the shop, so there is nothing to escape.
    static Mail of(AccessRequest request, Order order) {
        String code = request.code().substring(0, 4) + " " + request.code().substring(4);
        String reference = OrderMail.reference(order);
        String bounds = "It is good for %d minutes and can be used once.".formatted(AccessRequest.LIFETIME.toMinutes());
        String warning = "If you did not ask for it, do nothing: without this code nobody sees your order.";
        return new Mail(request.email(), "Your code for Stampede order " + reference,
                """
                        <!doctype html>
                        <html lang="en">
                        <head><meta charset="utf-8"><title>Your code</title></head>
                        <body style="font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#0f172a;">
                        <p>This code opens your order %s:</p>
                        <p style="font-size:32px;font-weight:700;letter-spacing:4px;">%s</p>
                        <p>%s</p>
                        <p>%s</p>
                        </body>
                        </html>
                        """
                        .formatted(reference, code, bounds, warning),
                """
                        STAMPEDE - order %s

                        This code opens your order: %s

                        %s
                        %s
                        """.formatted(reference, code, bounds, warning));
    }
}
