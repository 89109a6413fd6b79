package dev.stampede.catalog;

import dev.stampede.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where a product stands in an order of products: unlike a page number it stays right when others come and go.
record Place(long number, String text, String productId) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::number).thenComparing(Place::text).thenComparing(Place::productId);
    private static final int MAX_CURSOR = 1024;

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

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
