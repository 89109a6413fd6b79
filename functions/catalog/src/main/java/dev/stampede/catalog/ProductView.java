package dev.stampede.catalog;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Sale.Phase;
import dev.stampede.model.Stock;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A product as shoppers see it at one moment, with decimal amounts. Price, was-price, discount and limit are those in
/// force; a sale that is over is not shown.
final class ProductView {

    private ProductView() {}

    static Map<String, Object> of(Product product, Instant now) {
        return view(product, Optional.empty(), now);
    }

    static Map<String, Object> of(ShownOffer shown) {
        Map<String, Object> view = view(shown.product(), Optional.of(shown.offer().stock()), shown.now());
        view.put("stock", shown.units());
        return view;
    }

    private static Map<String, Object> view(Product product, Optional<Stock> stock, Instant now) {
        return Json.object(
                "id", product.id(),
                "name", product.name(),
                "price", product.priceAt(now).toDecimal(),
                "originalPrice", product.wasPriceAt(now).map(Money::toDecimal).orElse(null),
                "discount", product.discountPercentAt(now),
                "description", product.description(),
                "category", product.category(),
                "image", product.image(),
                "currency", product.price().currency(),
                "limitPerCustomer", product.orderLine(1, now).limitPerCustomer().orElse(null),
                "sale", product.sale()
                        .filter(sale -> sale.phaseAt(now) != Phase.OVER)
                        .map(sale -> view(sale, product, stock, now))
                        .orElse(null),
                "version", product.version(),
                "createdAt", Timestamps.format(product.createdAt()));
    }

    private static Map<String, Object> view(Sale sale, Product product, Optional<Stock> stock, Instant now) {
        Map<String, Object> view = Json.object(
                "id", sale.id(),
                "startsAt", Timestamps.format(sale.startsAt()),
                "endsAt", Timestamps.format(sale.endsAt()),
                "price", sale.price().toDecimal(),
                "units", sale.units(),
                "limitPerCustomer", sale.limitPerCustomer().or(product::limitPerCustomer).orElse(null),
                "phase", sale.phaseAt(now).name());
        stock.ifPresent(known -> view.put("unitsLeft", known.availableIn(sale)));
        return view;
    }
}
