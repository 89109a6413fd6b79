package dev.stampede.catalog;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.Map;

/// A product as the staff described it: what it says of itself stands here in the words of `PUT /products/{id}`,
/// whatever its sale does to it at the moment, and what it does not say is left out.
final class DescribedView {

    private DescribedView() {}

    static Map<String, Object> of(Product product, Instant now) {
        Map<String, Object> view = Json.object(
                "id", product.id(),
                "name", product.name(),
                "description", product.description(),
                "category", product.category(),
                "image", product.image(),
                "price", product.price().toDecimal(),
                "currency", product.price().currency(),
                "version", product.version(),
                "createdAt", Timestamps.format(product.createdAt()));
        product.originalPrice().map(Money::toDecimal).ifPresent(was -> view.put("originalPrice", was));
        product.limitPerCustomer().ifPresent(limit -> view.put("limitPerCustomer", limit));
        product.sale().ifPresent(sale -> view.put("sale", of(sale, now)));
        return view;
    }

    private static Map<String, Object> of(Sale sale, Instant now) {
        Map<String, Object> view = Json.object(
                "id", sale.id(),
                "startsAt", Timestamps.format(sale.startsAt()),
                "endsAt", Timestamps.format(sale.endsAt()),
                "price", sale.price().toDecimal(),
                "units", sale.units(),
                "phase", sale.phaseAt(now).name());
        sale.limitPerCustomer().ifPresent(limit -> view.put("limitPerCustomer", limit));
        return view;
    }
}
