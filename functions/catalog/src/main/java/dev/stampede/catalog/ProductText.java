package dev.stampede.catalog;

import java.util.regex.Pattern;

/// Which texts a product can be made of.
final class ProductText {

    static final int MAX_NAME = 200;
    static final int MAX_DESCRIPTION = 4000;
    static final int MAX_IMAGE = 500;

    private static final int MAX_SLUG = 64;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /// A file of the shop's own site: its pages show pictures from nowhere else, and no path leads out of a folder.
    private static final Pattern IMAGE = Pattern.compile("(/[A-Za-z0-9][A-Za-z0-9._-]*)+");

    private ProductText() {}

    static boolean isSlug(String text) {
        return text.length() <= MAX_SLUG && SLUG.matcher(text).matches();
    }

    static boolean isName(String text) {
        return isLine(text, MAX_NAME);
    }

    static boolean isDescription(String text) {
        return text.length() <= MAX_DESCRIPTION
                && text.chars().allMatch(character -> character == '\n' || !Character.isISOControl(character));
    }

    static boolean isImage(String text) {
        return text.length() <= MAX_IMAGE && IMAGE.matcher(text).matches();
    }

    /// One line with something on it.
    static boolean isLine(String text, int maxLength) {
        return text.length() <= maxLength && !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }
}
