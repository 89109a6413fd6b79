package dev.stampede.model;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The written form of a UUID (RFC 9562 section 4), in lower case: ids of orders, carts and users have it.
public final class Uuid {

    private static final Predicate<String> FORM =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").asMatchPredicate();

    private Uuid() {}

    public static boolean isValid(String text) {
        return FORM.test(text);
    }
}
