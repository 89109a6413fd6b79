package dev.stampede.dynamodb.partiql;

import dev.stampede.dynamodb.partiql.Token.Kind;
import java.util.List;

/// The tokens of a statement, read from the left.
final class Tokens {

    /// Deeper than any sensible statement, and far from the end of the stack.
    private static final int DEEPEST = 100;

    private final List<Token> tokens;
    private int at;
    private int depth;

    Tokens(String statement) {
        this.tokens = Token.of(statement);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean skip(String keywordOrSign) {
        boolean is = peek().is(keywordOrSign);
        if (is) {
            at++;
        }
        return is;
    }

    void expect(String keywordOrSign) {
        if (!skip(keywordOrSign)) {
            throw unexpected("'" + keywordOrSign + "' expected");
        }
    }

    /// A name, quoted or not.
    String name() {
        Token token = next();
        if (token.kind() != Kind.WORD && token.kind() != Kind.NAME) {
            at--;
            throw unexpected("a name expected");
        }
        return token.text();
    }

    RuntimeException unexpected(String what) {
        return Token.refused(what + " at '" + peek().text() + "'");
    }

    void deeper() {
        if (++depth > DEEPEST) {
            throw Token.refused("it is nested too deeply");
        }
    }

    void shallower() {
        depth--;
    }
}
