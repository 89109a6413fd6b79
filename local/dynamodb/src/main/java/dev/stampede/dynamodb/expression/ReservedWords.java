package dev.stampede.dynamodb.expression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Words that are no names in expressions
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html).
final class ReservedWords {

    private static final Set<String> WORDS = read();
    private static final int LONGEST =
            WORDS.stream().mapToInt(String::length).max().orElseThrow();

    private ReservedWords() {}

    static boolean contain(String word) {
        return word.length() <= LONGEST && WORDS.contains(word.toUpperCase(Locale.ROOT));
    }

    static int count() {
        return WORDS.size();
    }

    private static Set<String> read() {
        try (InputStream in = ReservedWords.class.getResourceAsStream("reserved-words.txt")) {
            return Set.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
