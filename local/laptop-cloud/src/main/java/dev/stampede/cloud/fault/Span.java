package dev.stampede.cloud.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of time to be drawn, such as `100-4000ms` or `200ms`.
///
/// @param least in milliseconds
/// @param most  in milliseconds, included
record Span(long least, long most) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?ms");
    /// Lambda's longest timeout.
    private static final long LONGEST = 900_000;

    Span {
        if (least < 0 || least > most || most > LONGEST) {
            throw new IllegalArgumentException("not a span of up to 15 minutes: " + least + "-" + most + "ms");
        }
    }

    static boolean is(String text) {
        return TEXT.matcher(text).matches();
    }

    static Span parse(String text) {
        Matcher span = TEXT.matcher(text);
        if (!span.matches()) {
            throw new IllegalArgumentException("not a span of milliseconds: " + text);
        }
        long least = Long.parseLong(span.group(1));
        return new Span(least, span.group(2) == null ? least : Long.parseLong(span.group(2)));
    }

    Duration draw(RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(least, most + 1));
    }

    @Override
    public String toString() {
        return (least == most ? "" : least + "-") + most + "ms";
    }
}
