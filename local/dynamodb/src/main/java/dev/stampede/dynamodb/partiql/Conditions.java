package dev.stampede.dynamodb.partiql;

import dev.stampede.dynamodb.expression.Comparator;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.Operand;
import dev.stampede.dynamodb.expression.Path;
import dev.stampede.dynamodb.partiql.Token.Kind;
import dev.stampede.dynamodb.value.AttributeValue.S;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads a WHERE clause.
final class Conditions {

    private static final Set<String> FUNCTIONS =
            Set.of("attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains");

    private final Tokens tokens;
    private final Terms terms;

    Conditions(Tokens tokens, Terms terms) {
        this.tokens = tokens;
        this.terms = terms;
    }

    Condition condition() {
        tokens.deeper();
        List<Condition> any = new ArrayList<>(List.of(all()));
        while (tokens.skip("OR")) {
            any.add(all());
        }
        tokens.shallower();
        return any.size() == 1 ? any.getFirst() : new Condition.Or(any);
    }

    private Condition all() {
        List<Condition> all = new ArrayList<>(List.of(not()));
        while (tokens.skip("AND")) {
            all.add(not());
        }
        return all.size() == 1 ? all.getFirst() : new Condition.And(all);
    }

    private Condition not() {
        if (!tokens.skip("NOT")) {
            return primary();
        }
        tokens.deeper();
        Condition condition = new Condition.Not(not());
        tokens.shallower();
        return condition;
    }

    private Condition primary() {
        if (tokens.skip("(")) {
            Condition condition = condition();
            tokens.expect(")");
            return condition;
        }
        String word = tokens.peek().kind() == Kind.WORD ? tokens.peek().text().toLowerCase(Locale.ROOT) : "";
        if (FUNCTIONS.contains(word) && tokens.peek(1).is("(")) {
            tokens.next();
            return function(word);
        }
        return predicate(terms.operand());
    }

    private Condition function(String name) {
        tokens.expect("(");
        Path path = terms.path();
        Condition condition = switch (name) {
            case "attribute_exists" -> new Condition.Exists(path);
            case "attribute_not_exists" -> new Condition.NotExists(path);
            case "attribute_type" -> {
                tokens.expect(",");
                if (!(terms.value() instanceof S(String type))) {
                    throw Token.refused("attribute_type wants the name of a type");
                }
                yield new Condition.HasType(path, type);
            }
            case "begins_with" -> {
                tokens.expect(",");
                yield new Condition.BeginsWith(path, terms.operand());
            }
            default -> {
                tokens.expect(",");
                yield new Condition.Contains(path, terms.operand());
            }
        };
        tokens.expect(")");
        return condition;
    }

    private Condition predicate(Operand left) {
        if (tokens.skip("IS")) {
            boolean not = tokens.skip("NOT");
            return not ? new Condition.Not(is(left)) : is(left);
        }
        boolean not = tokens.skip("NOT");
        if (tokens.skip("BETWEEN")) {
            Operand lower = terms.operand();
            tokens.expect("AND");
            return negated(not, new Condition.Between(left, lower, terms.operand()));
        }
        if (tokens.skip("IN")) {
            return negated(not, new Condition.In(left, list()));
        }
        if (not) {
            throw tokens.unexpected("IN or BETWEEN expected");
        }
        return new Condition.Comparison(left, comparator(), terms.operand());
    }

    private static Condition negated(boolean not, Condition condition) {
        return not ? new Condition.Not(condition) : condition;
    }

    private Condition is(Operand left) {
        if (!(left instanceof Path path)) {
            throw tokens.unexpected("IS asks about an attribute");
        }
        if (tokens.skip("MISSING")) {
            return new Condition.NotExists(path);
        }
        tokens.expect("NULL");
        return new Condition.HasType(path, "NULL");
    }

    private List<Operand> list() {
        String end = tokens.peek().is("[") ? "]" : ")";
        tokens.expect(end.equals("]") ? "[" : "(");
        List<Operand> values = new ArrayList<>();
        do {
            values.add(terms.operand());
        } while (tokens.skip(","));
        tokens.expect(end);
        return values;
    }

    private Comparator comparator() {
        String sign = tokens.next().text();
        return switch (sign) {
            case "=" -> Comparator.EQ;
            case "<>", "!=" -> Comparator.NE;
            case "<" -> Comparator.LT;
            case "<=" -> Comparator.LE;
            case ">" -> Comparator.GT;
            case ">=" -> Comparator.GE;
            default -> throw Token.refused("a comparison expected at '" + sign + "'");
        };
    }
}
