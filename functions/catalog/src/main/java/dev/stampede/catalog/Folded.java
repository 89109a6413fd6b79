package dev.stampede.catalog;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text as it is searched and sorted: without case, accents and the many ways in which Unicode can write one letter.
/// Both sides are folded, so that `cafe`, `CAFÉ` and an e with an accent that stands apart find each other.
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Folded() {}

    static String of(String text) {
        if (text.chars().allMatch(character -> character < 128)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String letters = MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        // Upper case first, for what is two letters there, as the German sharp s; the Greek sigma has two small forms.
        return letters.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03c2', '\u03c3');
    }
}
