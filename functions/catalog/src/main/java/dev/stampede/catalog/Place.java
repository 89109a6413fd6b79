package dev.stampede.catalog;

import dev.stampede.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where a product stands in an order of products: unlike a page number it stays right when others come and go.
record Place(long number, String text, String productId) {

    static final Comparator<Place> UP =
            Comparator.comparingLong(Place::number).thenComparing(Place::text).thenComparing(Place::productId);
    /// The last text first; a number can be turned round by its sign, a text cannot.
    static final Comparator<Place> TEXT_DOWN =
            Comparator.comparing(Place::text, Comparator.reverseOrder()).thenComparing(Place::productId);
    private static final int MAX_CURSOR = 1024;

    /// The place as an opaque cursor, good for this sort alone.
    String toCursor(ProductSort sort) {
        String json = Json.write(List.of(sort.name(), number, text, productId));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty where the text is no cursor of this sort.
    static Optional<Place> fromCursor(String cursor, ProductSort sort) {
        if (cursor.length() > MAX_CURSOR) {
            return Optional.empty();
        }
        try {
            Object tree = Json.read(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            return tree instanceof List<?> parts
                    && parts.size() == 4
                    && sort.name().equals(parts.get(0))
                    && parts.get(1) instanceof Long number
                    && parts.get(2) instanceof String text
                    && parts.get(3) instanceof String productId
                            ? Optional.of(new Place(number, text, productId))
                            : Optional.empty();
        } catch (IllegalArgumentException | Json.Malformed _) {
            return Optional.empty();
        }
    }
}
