package dev.stampede.dynamodb.expression;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What texts mean, kept for the next request with the same one: programs have few expressions, and send them again and
/// again with other values. A text that is wrong is read, and refused, each time.
final class Parsed<T> {

    /// A text has 4 KB at most, what it means some ten times as much.
    private static final int MOST = 250;

    private final Map<String, T> kept = new ConcurrentHashMap<>();

    /// @param parser makes of the text what does not change afterwards
    T of(String text, Function<String, T> parser) {
        T known = kept.get(text);
        if (known != null) {
            return known;
        }
        T parsed = parser.apply(text);
        // Whoever writes values into the texts has new ones without end, and gains nothing by any.
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(text, parsed);
        return parsed;
    }

    int size() {
        return kept.size();
    }
}
