package dev.stampede.lambda;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/// A function's environment variables.
public final class Environment {

    private Environment() {}

    /// @throws IllegalArgumentException naming the variable when it is not set: the function then fails at init, not in
    /// use
    public static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + name + " is not set");
        }
        return value;
    }

    /// @throws IllegalArgumentException naming the variable where it is not an ISO 8601 duration above zero
    public static Duration duration(Map<String, String> environment, String name) {
        String text = required(environment, name);
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException _) {
            // Said below, as for a duration that is none.
        }
        throw new IllegalArgumentException(
                "the environment variable " + name + " must be an ISO 8601 duration above zero,"
                        + " such as PT15M, and not " + text);
    }

    /// @throws IllegalArgumentException naming the variable where it is not a whole number above zero
    public static int count(Map<String, String> environment, String name) {
        String text = required(environment, name);
        try {
            int count = Integer.parseInt(text);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number that is none.
        }
        throw new IllegalArgumentException(
                "the environment variable " + name + " must be a whole number above zero, and not " + text);
    }
}
