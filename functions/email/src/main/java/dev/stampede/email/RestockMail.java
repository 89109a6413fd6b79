package dev.stampede.email;

import dev.stampede.email.html.JterestockGenerated;
import dev.stampede.model.Product;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Instant;

/// What both templates show of a product that is back in stock. Nothing in it is escaped.
///
/// @param price as it is shown, with its currency
public record RestockMail(String subject, String product, String price, String link) {

    static RestockMail of(Product product, String shopUrl, Instant now) {
        return new RestockMail(
                product.name() + " is back in stock",
                product.name(),
                OrderMail.amount(product.priceAt(now)),
                shopUrl + "/products/" + product.id());
    }

    /// Calls the generated classes directly, because the template engine would look them up by reflection.
    Mail to(String address) {
        StringOutput html = new StringOutput();
        JterestockGenerated.render(new OwaspHtmlTemplateOutput(html), null, this);
        StringOutput text = new StringOutput();
        dev.stampede.email.text.JterestockGenerated.render(text, null, this);
        return new Mail(address, subject, html.toString(), text.toString());
    }
}
