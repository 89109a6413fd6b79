package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.Token.Kind;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.Sizes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The text of one expression as it is read: where the reader stands, and what was found to be wrong that the service
/// tells of only once the text is known to be well formed.
final class Reading {

    /// What may be wrong with a text that is well formed. Of each kind the first is told.
    enum Fault {
        PARENTHESES, UNKNOWN_FUNCTION, FOREIGN_FUNCTION, MISUSED_FUNCTION, RESERVED_WORD, REPEATED_SECTION
    }

    private static final int LONGEST = 4096;
    private static final int MOST_OPERATORS = 300;
    /// More than well-formed expressions can nest: each level takes an operator or is redundant. So a hostile text
    /// cannot use up the stack.
    private static final int DEEPEST = 320;

    private final String text;
    private final List<Token> tokens;
    private final Map<Fault, String> faults = new EnumMap<>(Fault.class);
    private int at;
    private int operators;
    private int depth;
    /// Where the last pair of parentheses opened, and where the reader stood when it had closed.
    private int opened = -1;

    private int closed = -1;

    /// @throws DynamoDbException when it is empty, too long, or has characters that no expression has
    Reading(String text) {
        if (text.isEmpty()) {
            throw DynamoDbException.validation("The expression can not be empty;");
        }
        int size = Sizes.utf8(text);
        if (size > LONGEST) {
            throw DynamoDbException.validation(
                    "Expression size has exceeded the maximum allowed size; expression size: " + size);
        }
        this.text = text;
        this.tokens = Token.of(text);
    }

    Token next() {
        return tokens.get(at);
    }

    Token afterNext() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token take(Kind kind) {
        Token token = next();
        if (token.kind() != kind) {
            throw syntaxError();
        }
        at++;
        return token;
    }

    boolean tookSign(String sign) {
        boolean taken = next().isSign(sign);
        at += taken ? 1 : 0;
        return taken;
    }

    boolean tookWord(String keyword) {
        boolean taken = next().isWord(keyword);
        at += taken ? 1 : 0;
        return taken;
    }

    void requireSign(String sign) {
        if (!tookSign(sign)) {
            throw syntaxError();
        }
    }

    void requireEnd() {
        if (next().kind() != Kind.END) {
            throw syntaxError();
        }
    }

    /// What comes next cannot stand here.
    DynamoDbException syntaxError() {
        int from = tokens.get(Math.max(at - 1, 0)).start();
        return DynamoDbException.validation("Syntax error; token: \"" + next().text() + "\", near: \""
                + text.substring(from, afterNext().end()).strip() + "\"");
    }

    void countOperator() {
        operators++;
        if (operators > MOST_OPERATORS) {
            throw DynamoDbException.validation(
                    "The expression contains too many operators; operator count: " + operators);
        }
    }

    /// Reads an opening parenthesis round a part of the expression, and says where it stands.
    int open() {
        int open = at;
        requireSign("(");
        enter();
        return open;
    }

    /// Reads the closing one, and looks whether others stand right within.
    void close(int open) {
        if (opened == open + 1 && closed == at) {
            faults.putIfAbsent(Fault.PARENTHESES, "The expression has redundant parentheses;");
        }
        requireSign(")");
        depth--;
        opened = open;
        closed = at;
    }

    /// One level deeper.
    void enter() {
        depth++;
        if (depth > DEEPEST) {
            refuse(Fault.UNKNOWN_FUNCTION);
            throw DynamoDbException.validation("The expression has redundant parentheses;");
        }
    }

    void leave() {
        depth--;
    }

    /// @param allowed in this kind of expression
    void function(String name, Set<String> allowed, String kindOfExpression) {
        if (!Functions.contain(name)) {
            faults.putIfAbsent(Fault.UNKNOWN_FUNCTION, "Invalid function name; function: " + name);
        } else if (!allowed.contains(name)) {
            faults.putIfAbsent(
                    Fault.FOREIGN_FUNCTION,
                    "The function is not allowed in " + kindOfExpression + "; function: " + name);
        }
    }

    void misused(String function) {
        faults.putIfAbsent(
                Fault.MISUSED_FUNCTION,
                "The function is not allowed to be used this way in an expression; function: " + function);
    }

    void attributeName(String word) {
        if (ReservedWords.contain(word)) {
            faults.putIfAbsent(
                    Fault.RESERVED_WORD, "Attribute name is a reserved keyword; reserved keyword: " + word);
        }
    }

    void repeatedSection(String section) {
        faults.putIfAbsent(
                Fault.REPEATED_SECTION,
                "The \"" + section + "\" section can only be used once in an update expression;");
    }

    /// Throws the first of these that was found.
    void refuse(Fault... inOrder) {
        for (Fault fault : inOrder) {
            if (faults.containsKey(fault)) {
                throw DynamoDbException.validation(faults.get(fault));
            }
        }
    }
}
