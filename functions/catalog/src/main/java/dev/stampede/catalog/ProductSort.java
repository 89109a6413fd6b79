package dev.stampede.catalog;

import dev.stampede.model.Product;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The orders in which products can be listed; equals stand by their ids.
enum ProductSort {
    ID("id", product -> new Place(0, "", product.id())),
    PRICE("price", product -> new Place(product.price().minorUnits(), "", product.id())),
    PRICE_DOWN("-price", product -> new Place(-product.price().minorUnits(), "", product.id())),
    NAME("name", product -> new Place(0, product.name().toLowerCase(Locale.ROOT), product.id())),
    /// The greatest discount first.
    DISCOUNT("discount", product -> new Place(-product.discountPercent(), "", product.id()));

    private final String parameter;
    private final Function<Product, Place> place;

    ProductSort(String parameter, Function<Product, Place> place) {
        this.parameter = parameter;
        this.place = place;
    }

    static Optional<ProductSort> ofParameter(String text) {
        return Arrays.stream(values()).filter(sort -> sort.parameter.equals(text)).findFirst();
    }

    static String parameters() {
        return Arrays.stream(values()).map(sort -> sort.parameter).collect(Collectors.joining(", "));
    }

    Place placeOf(Product product) {
        return place.apply(product);
    }
}
