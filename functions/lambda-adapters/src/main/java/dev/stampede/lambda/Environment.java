package dev.stampede.lambda;

import java.util.Map;

/// A function's environment variables.
public final class Environment {

    private Environment() {}

    /// @throws IllegalArgumentException naming the variable when it is not set: the function then fails at init, not in use
    public static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + name + " is not set");
        }
        return value;
    }
}
