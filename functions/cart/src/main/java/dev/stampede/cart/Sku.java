package dev.stampede.cart;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Whether a text can be a product's id.
final class Sku {

    static final String FORM = "a product id of 1 to 64 lower-case letters, digits or hyphens";

    private static final Predicate<String> PATTERN = Pattern.compile("[a-z0-9-]{1,64}").asMatchPredicate();

    private Sku() {}

    static boolean isValid(String text) {
        return PATTERN.test(text);
    }
}
