package dev.stampede.local.simulation;

import dev.stampede.local.simulation.Tokens.Operand;
import dev.stampede.local.simulation.Tokens.Scope;
import java.math.BigDecimal;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A condition expression. An item that is not there has no attributes.
@FunctionalInterface
interface Condition {

    boolean holds(Scope scope);

    static Condition of(String expression) {
        Tokens tokens = new Tokens(expression);
        Condition condition = either(tokens);
        if (tokens.more()) {
            throw tokens.unsupported();
        }
        return condition;
    }

    private static Condition either(Tokens tokens) {
        Condition first = both(tokens);
        if (!tokens.takes("OR")) {
            return first;
        }
        Condition rest = either(tokens);
        return scope -> first.holds(scope) || rest.holds(scope);
    }

    private static Condition both(Tokens tokens) {
        Condition first = single(tokens);
        if (!tokens.takes("AND")) {
            return first;
        }
        Condition rest = both(tokens);
        return scope -> first.holds(scope) && rest.holds(scope);
    }

    private static Condition single(Tokens tokens) {
        if (tokens.takes("NOT")) {
            Condition opposite = single(tokens);
            return scope -> !opposite.holds(scope);
        }
        if (tokens.takes("(")) {
            Condition inner = either(tokens);
            tokens.expect(")");
            return inner;
        }
        if (tokens.takes("attribute_exists")) {
            Operand operand = argument(tokens);
            return scope -> operand.in(scope) != null;
        }
        if (tokens.takes("attribute_not_exists")) {
            Operand operand = argument(tokens);
            return scope -> operand.in(scope) == null;
        }
        return tokens.takes("contains") ? contains(tokens) : comparison(tokens);
    }

    private static Operand argument(Tokens tokens) {
        tokens.expect("(");
        Operand operand = tokens.operand();
        tokens.expect(")");
        return operand;
    }

    private static Condition contains(Tokens tokens) {
        tokens.expect("(");
        Operand set = tokens.operand();
        tokens.expect(",");
        Operand element = tokens.operand();
        tokens.expect(")");
        return scope -> set.in(scope) != null && set.in(scope).ss().contains(element.in(scope).s());
    }

    private static Condition comparison(Tokens tokens) {
        Operand left = tokens.operand();
        if (tokens.takes("IN")) {
            return among(left, tokens);
        }
        String operator = tokens.next();
        if (!List.of("=", "<>", "<", "<=", ">", ">=").contains(operator)) {
            throw tokens.unsupported();
        }
        Operand right = tokens.operand();
        return scope -> compare(left.in(scope), operator, right.in(scope));
    }

    private static Condition among(Operand left, Tokens tokens) {
        tokens.expect("(");
        Operand first = tokens.operand();
        Condition any = scope -> compare(left.in(scope), "=", first.in(scope));
        while (tokens.takes(",")) {
            Condition before = any;
            Operand next = tokens.operand();
            any = scope -> before.holds(scope) || compare(left.in(scope), "=", next.in(scope));
        }
        tokens.expect(")");
        return any;
    }

    private static boolean compare(AttributeValue left, String operator, AttributeValue right) {
        if (left == null || right == null || left.type() != right.type()) {
            return operator.equals("<>");
        }
        int order = switch (left.type()) {
            case N -> number(left).compareTo(number(right));
            case S -> left.s().compareTo(right.s());
            default -> left.equals(right) ? 0 : 1;
        };
        return switch (operator) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static BigDecimal number(AttributeValue value) {
        return new BigDecimal(value.n());
    }
}
