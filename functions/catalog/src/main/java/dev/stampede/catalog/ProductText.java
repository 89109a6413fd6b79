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

    private static final Pattern LINE = Pattern.compile("(?=.*[^\\p{Z}\\p{C}])[^\\p{Cc}\\p{Zl}\\p{Zp}]*");
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");

    private ProductText() {}

    static boolean isSlug(String text) {
        return text.length() <= MAX_SLUG && SLUG.matcher(text).matches();
    }

    static boolean isName(String text) {
        return isLine(text, MAX_NAME);
    }

    static boolean isDescription(String text) {
        return characters(text) <= MAX_DESCRIPTION
                && text.chars().allMatch(each -> "\t\r\n".indexOf(each) >= 0 || !Character.isISOControl(each));
    }

    static boolean isImage(String text) {
        return text.length() <= MAX_IMAGE && IMAGE.matcher(text).matches();
    }

    /// One line with something on it that can be seen.
    static boolean isLine(String text, int maxLength) {
        return characters(text) <= maxLength && LINE.matcher(text).matches();
    }

    /// With line breaks of one kind, whatever kind the client's system has.
    static String withLineBreaks(String text) {
        return LINE_BREAK.matcher(text).replaceAll("\n");
    }

    /// As people count them and as JSON Schema does: an emoji is one, not two.
    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
