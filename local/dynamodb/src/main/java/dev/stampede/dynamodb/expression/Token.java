package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.ArrayList;
import java.util.List;

/// A piece of an expression's text.
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        /// A keyword, an attribute's name, or a function's.
        WORD,
        /// Such as `#name`.
        NAME,
        /// Such as `:value`.
        VALUE,
        DIGITS,
        SIGN,
        END
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /// Keywords may be written in any case.
    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /// The tokens of a text, with one of kind [Kind#END] behind the last.
    static List<Token> of(String expression) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                at++;
                continue;
            }
            Kind kind = kind(c);
            int end = end(expression, at, kind);
            if (kind == Kind.END || (kind == Kind.NAME || kind == Kind.VALUE) && end == at + 1) {
                throw unexpected(expression, tokens, at);
            }
            tokens.add(new Token(kind, expression.substring(at, end), at, end));
            at = end;
        }
        tokens.add(new Token(Kind.END, "<EOF>", at, at));
        return tokens;
    }

    private static Kind kind(char c) {
        if (isLetter(c)) {
            return Kind.WORD;
        }
        if (isDigit(c)) {
            return Kind.DIGITS;
        }
        return switch (c) {
            case '#' -> Kind.NAME;
            case ':' -> Kind.VALUE;
            case '(', ')', '[', ']', '.', ',', '=', '<', '>', '+', '-' -> Kind.SIGN;
            default -> Kind.END;
        };
    }

    private static int end(String text, int start, Kind kind) {
        int end = start + 1;
        switch (kind) {
            case WORD, NAME, VALUE -> {
                while (end < text.length() && isPartOfName(text.charAt(end))) {
                    end++;
                }
            }
            case DIGITS -> {
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
            }
            case SIGN -> {
                if (text.startsWith("<=", start) || text.startsWith(">=", start) || text.startsWith("<>", start)) {
                    end++;
                }
            }
            case END -> {}
        }
        return end;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isPartOfName(int c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    /// Whether all of a text is, from some place on.
    static boolean isPartOfName(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!isPartOfName(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static DynamoDbException unexpected(String text, List<Token> before, int at) {
        int end = text.offsetByCodePoints(at, 1);
        int start = before.isEmpty() ? at : before.getLast().start();
        return DynamoDbException.validation("Syntax error; token: \"" + text.substring(at, end) + "\", near: \""
                + text.substring(start, end) + "\"");
    }
}
