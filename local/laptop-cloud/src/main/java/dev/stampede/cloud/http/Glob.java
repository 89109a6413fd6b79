package dev.stampede.cloud.http;

import java.util.regex.Pattern;

/// Patterns of ARNs and paths: `*` stands for anything, `?` for one character.
public final class Glob {

    private Glob() {}

    public static Pattern pattern(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(switch (c) {
                case '*' -> ".*";
                case '?' -> ".";
                default -> Pattern.quote(String.valueOf(c));
            });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
