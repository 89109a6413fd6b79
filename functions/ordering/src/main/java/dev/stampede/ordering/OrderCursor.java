package dev.stampede.ordering;

import dev.stampede.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Where a list of orders goes on. Whose orders they are is never part of it: that is decided anew for every page.
///
/// @param createdAt of the order, where the list goes by time
public record OrderCursor(String orderId, Optional<String> createdAt) {

    private static final int MAX_LENGTH = 256;
    /// Times are compared as texts, which other years than those of four digits do not take.
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    String toText() {
        String json = Json.write(Arrays.asList(orderId, createdAt.orElse(null)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty where the text is no cursor.
    static Optional<OrderCursor> ofText(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Object tree = Json.read(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (!(tree instanceof List<?> parts)
                    || parts.size() != 2
                    || !(parts.getFirst() instanceof String orderId)
                    || orderId.isEmpty()) {
                return Optional.empty();
            }
            if (parts.getLast() instanceof String createdAt) {
                if (Instant.parse(createdAt).isBefore(EARLIEST) || createdAt.startsWith("+")) {
                    return Optional.empty();
                }
                return Optional.of(new OrderCursor(orderId, Optional.of(createdAt)));
            }
            return parts.getLast() == null
                    ? Optional.of(new OrderCursor(orderId, Optional.empty()))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | Json.Malformed _) {
            return Optional.empty();
        }
    }
}
