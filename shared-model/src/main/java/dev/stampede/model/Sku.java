package dev.stampede.model;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Whether a text can be a product's id.
public final class Sku {

    public static final String FORM = "a product id of 1 to 64 lower-case letters, digits or hyphens";

    private static final Predicate<String> PATTERN = Pattern.compile("[a-z0-9-]{1,64}").asMatchPredicate();

    private Sku() {}

    public static boolean isValid(String text) {
        return PATTERN.test(text);
    }
}
