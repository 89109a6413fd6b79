package dev.stampede.cli.contract.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Draws texts of a schema, with a liking for what programs stumble over: the longest ones, marks that are composed or
/// not, what takes two UTF-16 units or several bytes, what cannot be seen.
final class Texts {

    private static final int TRIES = 2_000;
    private static final int LONG = 400;
    private static final List<String> ANYTHING = List.of(
            "a", "b", "x", "Z", "0", "7", " ", "-", "_", ".", ",", "ä", "é", "ß", "İ", "ı", "Ω", "ж", "日", "語", "ﬁ",
            "e\u0301", "😀", "👍", "👩\u200D🚀", "\u00A0", "\u200B", "\u202E", "\uFEFF", "<", ">", "&", "\"", "'", "\\",
            "/", "%", "+", "#", "{", "}", "$", "null", "\n", "\r\n", "\t", "\u0000", "\u007F", "\u0085", "\u2028");
    private static final List<String> IN_HEADERS = List.of(
            "a", "Z", "0", "-", "_", ".", ",", ";", "=", "\"", "'", "/", "%", "+", "#", "{", "(", "\\", "W/");

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final RandomGenerator random;

    Texts(RandomGenerator random) {
        this.random = random;
    }

    /// @param header whether it stands in a header, where only ASCII that can be seen may stand
    String of(JsonNode schema, boolean header) {
        for (int i = 0; i < TRIES; i++) {
            String text = candidate(schema, header);
            if (takes(schema, text)) {
                return text;
            }
        }
        throw new IllegalStateException("no text was found for " + schema);
    }

    static boolean takes(JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        return length >= schema.path("minLength").asInt(0)
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && (!schema.has("pattern") || pattern(schema.get("pattern").asText()).matcher(text).find());
    }

    /// A dollar is the end and nothing else, as in ECMAScript; in Java a line may end after it.
    private static Pattern pattern(String regex) {
        return PATTERNS.computeIfAbsent(regex, it -> Pattern.compile(it.replaceFirst("\\$$", "\\\\z")));
    }

    private String candidate(JsonNode schema, boolean header) {
        return switch (schema.path("format").asText()) {
            case "email" -> email();
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> LocalDate.ofEpochDay(random.nextInt(-30_000, 60_000)).toString();
            case "date-time" -> moment();
            default -> schema.has("pattern")
                    ? PatternText.draw(schema.get("pattern").asText(), random).orElseGet(() -> any(schema, header))
                    : any(schema, header);
        };
    }

    private String any(JsonNode schema, boolean header) {
        int most = schema.path("maxLength").asInt(LONG);
        int length = switch (random.nextInt(12)) {
            case 0 -> schema.path("minLength").asInt(0);
            case 1 -> most;
            default -> random.nextInt(Math.min(most, 12) + 1);
        };
        List<String> alphabet = header ? IN_HEADERS : ANYTHING;
        // Most texts are of one kind and some letters.
        String kind = pick(alphabet);
        StringBuilder text = new StringBuilder();
        int written = 0;
        while (written < length) {
            String next = random.nextInt(3) > 0 ? kind : random.nextInt(6) > 0 ? "a" : pick(alphabet);
            written += next.codePointCount(0, next.length());
            text.append(
                    written <= length ? next : "b".repeat(length - written + next.codePointCount(0, next.length())));
        }
        return text.toString();
    }

    private String email() {
        String local = letters("abcxyz0189.+_-'", 1, random.nextInt(20) == 0 ? 64 : 12).replaceAll("\\.+", ".")
                .replaceAll("^\\.|\\.$", "a");
        StringBuilder address = new StringBuilder(local).append('@');
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            address.append(letters("abcxyz019-", 1, 10).replaceAll("^-|-$", "a").replaceAll("--", "-a")).append('.');
        }
        return address.append(pick(List.of("com", "org", "de", "museum", "xn--p1ai"))).toString();
    }

    private String moment() {
        Instant moment = Instant.ofEpochSecond(random.nextLong(946_684_800L, 4_102_444_800L));
        int decimals = random.nextInt(10);
        String fraction = decimals == 0 ? "" : "'." + letters("0123456789", decimals, decimals) + "'";
        int minutes = random.nextBoolean() ? 0 : random.nextInt(-12, 14) * 60 + random.nextInt(2) * 30;
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(minutes * 60);
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + fraction + "XXX").format(moment.atOffset(offset));
    }

    private String letters(String alphabet, int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(least, most + 1); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
