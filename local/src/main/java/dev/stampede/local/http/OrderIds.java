package dev.stampede.local.http;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the UUIDs in a path and at the beginning of an answer, so that the journal can tell an order's story.
final class OrderIds {

    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int MAX_SCANNED_BYTES = 64 * 1024;
    private static final int MAX_IDS = 100;

    private OrderIds() {}

    static Set<String> in(String path, byte[] body) {
        String text = path + " "
                + new String(body, 0, Math.min(body.length, MAX_SCANNED_BYTES), StandardCharsets.ISO_8859_1);
        return UUID.matcher(text).results()
                .map(match -> match.group().toLowerCase(java.util.Locale.ROOT))
                .limit(MAX_IDS)
                .collect(Collectors.toUnmodifiableSet());
    }
}
