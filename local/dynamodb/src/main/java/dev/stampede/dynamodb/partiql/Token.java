package dev.stampede.dynamodb.partiql;

import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A word, a literal or a sign of a statement.
///
/// @param text of a quoted name or text without its quotes
record Token(Kind kind, String text) {

    enum Kind {
        /// A keyword or a name without quotes.
        WORD,
        /// A name in double quotes.
        NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    private static final List<String> LONG_SIGNS = List.of("<<", ">>", "<=", ">=", "<>", "!=");
    private static final String SIGNS = "?,.*=<>()[]{}:+-;";

    boolean is(String keywordOrSign) {
        return switch (kind) {
            case WORD -> text.equalsIgnoreCase(keywordOrSign);
            case SIGN -> text.equals(keywordOrSign);
            case NAME, TEXT, NUMBER, END -> false;
        };
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    static List<Token> of(String statement) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < statement.length()) {
            char c = statement.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '\'' || c == '"') {
                StringBuilder text = new StringBuilder();
                at = quoted(statement, at, c, text);
                tokens.add(new Token(c == '"' ? Kind.NAME : Kind.TEXT, text.toString()));
            } else if (isDigit(c) || c == '.' && at + 1 < statement.length() && isDigit(statement.charAt(at + 1))) {
                int end = numberEnd(statement, at);
                tokens.add(new Token(Kind.NUMBER, statement.substring(at, end)));
                at = end;
            } else if (Character.isLetter(c) || c == '_' || c == '$') {
                int end = at;
                while (end < statement.length()
                        && (Character.isLetterOrDigit(statement.charAt(end)) || "_$".indexOf(statement.charAt(end)) >= 0)) {
                    end++;
                }
                tokens.add(new Token(Kind.WORD, statement.substring(at, end)));
                at = end;
            } else {
                String sign = sign(statement, at);
                tokens.add(new Token(Kind.SIGN, sign));
                at += sign.length();
            }
        }
        tokens.add(new Token(Kind.END, "end of statement"));
        return tokens;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// A quote is doubled inside.
    private static int quoted(String statement, int start, char quote, StringBuilder text) {
        int at = start + 1;
        while (at < statement.length()) {
            char c = statement.charAt(at++);
            if (c != quote) {
                text.append(c);
            } else if (at < statement.length() && statement.charAt(at) == quote) {
                text.append(quote);
                at++;
            } else {
                return at;
            }
        }
        throw refused("a quote is not closed");
    }

    private static int numberEnd(String statement, int start) {
        int at = start;
        boolean exponent = false;
        while (at < statement.length()) {
            char c = statement.charAt(at);
            if (!exponent && (c == 'e' || c == 'E')) {
                exponent = true;
                if (at + 1 < statement.length() && "+-".indexOf(statement.charAt(at + 1)) >= 0) {
                    at++;
                }
            } else if (!isDigit(c) && c != '.') {
                break;
            }
            at++;
        }
        return at;
    }

    private static String sign(String statement, int at) {
        for (String sign : LONG_SIGNS) {
            if (statement.startsWith(sign, at)) {
                return sign;
            }
        }
        if (SIGNS.indexOf(statement.charAt(at)) < 0) {
            throw refused("unexpected character '" + statement.charAt(at) + "'");
        }
        return statement.substring(at, at + 1);
    }

    static DynamoDbException refused(String what) {
        return DynamoDbException.validation("Statement wasn't well formed, can't be processed: " + what);
    }
}
