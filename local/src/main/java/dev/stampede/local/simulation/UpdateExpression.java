package dev.stampede.local.simulation;

import dev.stampede.local.simulation.Tokens.Operand;
import dev.stampede.local.simulation.Tokens.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An update expression. All its values are those of the item before the update.
final class UpdateExpression {

    private interface Step {
        void apply(Scope before, Map<String, AttributeValue> after);
    }

    private final List<Step> steps = new ArrayList<>();

    private UpdateExpression() {}

    static UpdateExpression of(String expression) {
        UpdateExpression change = new UpdateExpression();
        Tokens tokens = new Tokens(expression);
        while (tokens.more()) {
            change.clause(tokens);
        }
        return change;
    }

    /// The item after the update.
    Map<String, AttributeValue> on(Scope before) {
        Map<String, AttributeValue> after = new HashMap<>(before.item());
        steps.forEach(step -> step.apply(before, after));
        return after;
    }

    private void clause(Tokens tokens) {
        String clause = tokens.next();
        do {
            List<String> path = Tokens.path(tokens.next());
            switch (clause) {
                case "SET" -> set(path, tokens);
                case "REMOVE" -> steps.add((before, after) -> put(path, before, after, null));
                case "ADD" -> add(path, tokens.operand());
                default -> throw tokens.unsupported();
            }
        } while (tokens.takes(","));
    }

    private void set(List<String> path, Tokens tokens) {
        tokens.expect("=");
        Operand left = tokens.operand();
        int sign = tokens.takes("+") ? 1 : tokens.takes("-") ? -1 : 0;
        if (sign == 0) {
            steps.add((before, after) -> put(path, before, after, present(left.in(before))));
        } else {
            Operand right = tokens.operand();
            steps.add((before, after) -> put(path, before, after,
                    sum(present(left.in(before)), sign, present(right.in(before)))));
        }
    }

    /// Numbers are added, sets are joined.
    private void add(List<String> path, Operand operand) {
        steps.add((before, after) -> {
            AttributeValue there = Tokens.at(path, before);
            AttributeValue added = operand.in(before);
            if (there == null) {
                put(path, before, after, added);
            } else if (added.hasSs()) {
                TreeSet<String> joined = new TreeSet<>(there.ss());
                joined.addAll(added.ss());
                put(path, before, after, AttributeValue.fromSs(List.copyOf(joined)));
            } else {
                put(path, before, after, sum(there, 1, added));
            }
        });
    }

    private static void put(List<String> path, Scope scope, Map<String, AttributeValue> into, AttributeValue value) {
        String name = Tokens.name(path.getFirst(), scope);
        if (path.size() > 1) {
            Map<String, AttributeValue> inner = new HashMap<>(present(into.get(name)).m());
            put(path.subList(1, path.size()), scope, inner, value);
            into.put(name, AttributeValue.fromM(inner));
        } else if (value == null) {
            into.remove(name);
        } else {
            into.put(name, value);
        }
    }

    private static AttributeValue sum(AttributeValue left, int sign, AttributeValue right) {
        BigDecimal sum = new BigDecimal(left.n()).add(new BigDecimal(right.n()).multiply(BigDecimal.valueOf(sign)));
        return AttributeValue.fromN(sum.toPlainString());
    }

    private static AttributeValue present(AttributeValue value) {
        if (value == null) {
            throw new InvalidUpdate();
        }
        return value;
    }

    /// DynamoDB refuses an update that refers to an attribute which is not there.
    static final class InvalidUpdate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidUpdate() {
            super("the expression refers to an attribute that does not exist", null, false, false);
        }
    }
}
