package dev.stampede.catalog;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.wire.Json;
import java.util.Map;

/// A product as shoppers see it, with decimal amounts.
final class ProductView {

    private ProductView() {}

    static Map<String, Object> of(Product product) {
        return Json.object(
                "id", product.id(),
                "name", product.name(),
                "price", product.price().toDecimal(),
                "originalPrice", product.originalPrice().map(Money::toDecimal).orElse(null),
                "discount", product.discountPercent(),
                "description", product.description(),
                "category", product.category(),
                "image", product.image(),
                "currency", product.price().currency());
    }

    static Map<String, Object> of(Product product, long stock) {
        Map<String, Object> view = of(product);
        view.put("stock", stock);
        return view;
    }
}
