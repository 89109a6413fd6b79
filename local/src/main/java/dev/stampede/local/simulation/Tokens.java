package dev.stampede.local.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The words of a DynamoDB expression, and what conditions and updates have in common: operands and paths.
final class Tokens {

    /// One item with the names and values that an expression's placeholders stand for.
    record Scope(Map<String, AttributeValue> item, Map<String, String> names, Map<String, AttributeValue> values) {}

    /// A value within an expression; null where there is none.
    interface Operand {
        AttributeValue in(Scope scope);
    }

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*([#:]?[A-Za-z_][A-Za-z0-9_]*(?:\\.#?[A-Za-z_][A-Za-z0-9_]*)*|<>|<=|>=|[=<>(),+-])");

    private final String expression;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    Tokens(String expression) {
        this.expression = expression.strip();
        Matcher matcher = TOKEN.matcher(this.expression);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != this.expression.length()) {
            throw unsupported();
        }
    }

    boolean more() {
        return next < tokens.size();
    }

    String next() {
        if (!more()) {
            throw unsupported();
        }
        return tokens.get(next++);
    }

    /// Takes the word where it is the next one.
    boolean takes(String word) {
        boolean there = more() && tokens.get(next).equalsIgnoreCase(word);
        if (there) {
            next++;
        }
        return there;
    }

    void expect(String word) {
        if (!takes(word)) {
            throw unsupported();
        }
    }

    /// A path as its steps, placeholders and all.
    static List<String> path(String token) {
        return List.of(token.split("\\."));
    }

    static String name(String step, Scope scope) {
        return step.startsWith("#") ? scope.names().get(step) : step;
    }

    static AttributeValue at(List<String> path, Scope scope) {
        AttributeValue value = scope.item().get(name(path.getFirst(), scope));
        for (String step : path.subList(1, path.size())) {
            value = value == null || !value.hasM() ? null : value.m().get(name(step, scope));
        }
        return value;
    }

    /// A placeholder of a value, a path, or a function of such.
    Operand operand() {
        String token = next();
        if (token.startsWith(":")) {
            return scope -> scope.values().get(token);
        }
        if (!takes("(")) {
            List<String> path = path(token);
            return scope -> at(path, scope);
        }
        Operand result = switch (token) {
            case "if_not_exists" -> ifNotExists();
            case "list_append" -> listAppend();
            case "size" -> size();
            default -> throw unsupported();
        };
        expect(")");
        return result;
    }

    IllegalArgumentException unsupported() {
        return new IllegalArgumentException("the simulated table does not know the expression: " + expression);
    }

    private Operand ifNotExists() {
        List<String> path = path(next());
        expect(",");
        Operand other = operand();
        return scope -> {
            AttributeValue there = at(path, scope);
            return there == null ? other.in(scope) : there;
        };
    }

    private Operand listAppend() {
        Operand first = operand();
        expect(",");
        Operand second = operand();
        return scope -> {
            List<AttributeValue> both = new ArrayList<>(first.in(scope).l());
            both.addAll(second.in(scope).l());
            return AttributeValue.fromL(both);
        };
    }

    private Operand size() {
        Operand of = operand();
        return scope -> {
            AttributeValue value = of.in(scope);
            if (value == null) {
                return null;
            }
            int size = value.hasSs() ? value.ss().size() : value.hasL() ? value.l().size()
                    : value.hasM() ? value.m().size() : value.s().length();
            return AttributeValue.fromN(Integer.toString(size));
        };
    }
}
