package dev.stampede.catalog;

import dev.stampede.model.Money;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which products to show, in which order, and from where on.
///
/// @param words every one of them stands in the product's name, description or category; lower case
/// @param after the place of the last product already seen
public record ProductQuery(
        Optional<String> category,
        List<String> words,
        Optional<Money> minPrice,
        Optional<Money> maxPrice,
        Optional<Boolean> inStock,
        ProductSort sort,
        int limit,
        Optional<Place> after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 100;

    public ProductQuery {
        words = List.copyOf(words);
    }

    boolean matches(Offer offer) {
        var product = offer.product();
        String text = String.join(" ", product.name(), product.description(), product.category())
                .toLowerCase(Locale.ROOT);
        return category.map(product.category()::equals).orElse(true)
                && words.stream().allMatch(text::contains)
                && minPrice.map(min -> offer.price().compareTo(min) >= 0).orElse(true)
                && maxPrice.map(max -> offer.price().compareTo(max) <= 0).orElse(true)
                && inStock.map(wanted -> wanted == offer.units() > 0).orElse(true)
                && after.map(place -> sort.order().compare(sort.placeOf(offer), place) > 0).orElse(true);
    }
}
