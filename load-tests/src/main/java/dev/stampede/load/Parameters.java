package dev.stampede.load;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Looks parameters up by name and holds them to their bounds. What is refused is an [IllegalArgumentException] that
/// names the option.
///
/// @param given the text given for a name, or null
public record Parameters(UnaryOperator<String> given) {

    private static final String PREFIX = "stampede.load.";

    /// The way into a simulation: Gatling makes its instance, so what it needs travels as `stampede.load.*` properties.
    public static Parameters ofSystem() {
        return new Parameters(name -> System.getProperty(property(name)));
    }

    public static String property(String name) {
        return PREFIX + name;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    public int number(String name, int otherwise, int min, int max) {
        return text(name).map(text -> bounded(name, text, min, max)).orElse(otherwise);
    }

    public URI url(String name, String otherwise) {
        String text = text(name).orElse(otherwise);
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return URI.create(url.getScheme() + "://" + url.getRawAuthority());
            }
        } catch (IllegalArgumentException e) {
            // Not a URL at all: the same sentence says so.
        }
        throw new IllegalArgumentException("--%s takes a URL such as %s, not '%s'".formatted(name, otherwise, text));
    }

    private static int bounded(String name, String text, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Not a number: the same sentence says so.
        }
        throw new IllegalArgumentException(
                "--%s takes a whole number from %d to %d, not '%s'".formatted(name, min, max, text));
    }
}
