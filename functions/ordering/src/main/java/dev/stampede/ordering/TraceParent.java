package dev.stampede.ordering;

import dev.stampede.lambda.HttpRequest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// W3C trace context (https://www.w3.org/TR/trace-context/): the caller's where it sent a valid one, else a new one.
final class TraceParent {

    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    static String of(HttpRequest request, RandomGenerator random) {
        return request.header("traceparent").filter(TraceParent::isValid).orElseGet(() -> random(random));
    }

    static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }

    static String random(RandomGenerator random) {
        HexFormat hex = HexFormat.of();
        // An id of zeros is invalid, so one bit is set.
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1)
                + "-" + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }
}
