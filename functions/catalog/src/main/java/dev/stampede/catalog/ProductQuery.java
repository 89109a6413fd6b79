package dev.stampede.catalog;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import java.util.List;
import java.util.Optional;

/// Which products to show, in which order, and from where on.
///
/// @param words every one of them stands in the product's name, description or category; [Folded]
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

    boolean matches(ShownOffer offer) {
        Product product = offer.product();
        return category.map(product.category()::equals).orElse(true)
                && hasAllWords(product)
                && minPrice.map(min -> offer.price().compareTo(min) >= 0).orElse(true)
                && maxPrice.map(max -> offer.price().compareTo(max) <= 0).orElse(true)
                && inStock.map(wanted -> wanted == offer.units() > 0).orElse(true)
                && after.map(place -> sort.order().compare(sort.placeOf(offer), place) > 0).orElse(true);
    }

    private boolean hasAllWords(Product product) {
        if (words.isEmpty()) {
            return true;
        }
        String text = Folded.of(String.join(" ", product.name(), product.description(), product.category()));
        return words.stream().allMatch(text::contains);
    }
}
