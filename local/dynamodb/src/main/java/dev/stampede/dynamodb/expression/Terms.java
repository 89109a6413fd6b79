package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.Syntax.Part;
import dev.stampede.dynamodb.expression.Syntax.Term;
import dev.stampede.dynamodb.expression.Token.Kind;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Reads paths, values and calls, which all kinds of expressions have in common.
final class Terms {

    private static final int DEEPEST_PATH = 32;

    private final Reading reading;
    private final Set<String> keywords;
    private final Set<String> functions;
    private final String kindOfExpression;

    /// @param keywords         in lower case; they are no names here
    /// @param functions        that this kind of expression has
    /// @param kindOfExpression as messages say it, such as `a condition expression`
    Terms(Reading reading, Set<String> keywords, Set<String> functions, String kindOfExpression) {
        this.reading = reading;
        this.keywords = keywords;
        this.functions = functions;
        this.kindOfExpression = kindOfExpression;
    }

    /// @param argument reads one argument of a call
    Term term(Supplier<Term> argument) {
        Token next = reading.next();
        return switch (next.kind()) {
            case VALUE -> value();
            case NAME -> place();
            case WORD -> reading.afterNext().isSign("(") && !isKeyword(next) ? call(argument) : place();
            case DIGITS, SIGN, END -> throw reading.syntaxError();
        };
    }

    Term.Value value() {
        return new Term.Value(reading.take(Kind.VALUE).text());
    }

    Term.Place place() {
        List<Part> parts = new ArrayList<>(2);
        parts.add(name());
        return place(parts);
    }

    /// The keys and indexes that follow the beginning of a path.
    Term.Place place(List<Part> beginning) {
        List<Part> parts = beginning;
        while (true) {
            if (reading.tookSign(".")) {
                parts.add(name());
            } else if (reading.tookSign("[")) {
                parts.add(index());
                reading.requireSign("]");
            } else if (parts.size() > DEEPEST_PATH) {
                throw DynamoDbException.validation(
                        "The document path has too many nesting levels; nesting levels: " + parts.size());
            } else {
                return new Term.Place(parts);
            }
        }
    }

    private Part name() {
        Token next = reading.next();
        if (next.kind() == Kind.NAME) {
            return new Part.Name(reading.take(Kind.NAME).text());
        }
        if (isKeyword(next)) {
            throw reading.syntaxError();
        }
        String word = reading.take(Kind.WORD).text();
        reading.attributeName(word);
        return new Part.Name(word);
    }

    private Part index() {
        String digits = reading.take(Kind.DIGITS).text();
        try {
            return new Part.Index(Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            throw DynamoDbException.validation(
                    "List index is not within the allowable range; index: [" + digits + "]");
        }
    }

    private Term call(Supplier<Term> argument) {
        String function = reading.take(Kind.WORD).text();
        reading.function(function, functions, kindOfExpression);
        List<Term> arguments = list(argument);
        return new Term.Call(function, arguments);
    }

    /// At least one, in parentheses.
    List<Term> list(Supplier<Term> element) {
        reading.requireSign("(");
        reading.enter();
        List<Term> elements = new ArrayList<>(2);
        do {
            elements.add(element.get());
        } while (reading.tookSign(","));
        reading.requireSign(")");
        reading.leave();
        return elements;
    }

    private boolean isKeyword(Token token) {
        if (token.kind() != Kind.WORD) {
            return false;
        }
        for (String keyword : keywords) {
            if (token.isWord(keyword)) {
                return true;
            }
        }
        return false;
    }
}
