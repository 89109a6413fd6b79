package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.Operand.Literal;
import dev.stampede.dynamodb.expression.Operand.Size;
import dev.stampede.dynamodb.expression.Syntax.Clause;
import dev.stampede.dynamodb.expression.Syntax.Term;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes a condition of its text's meaning and the request's names and values. Each comparison and each function is
/// checked in turn: whether its placeholders stand for something, the number of its operands, that they differ, their
/// types.
final class ConditionBinder {

    private final Placeholders placeholders;

    ConditionBinder(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /// @throws DynamoDbException when what the placeholders stand for does not fit
    Condition bind(Clause clause) {
        return switch (clause) {
            case Clause.And(var all) -> new Condition.And(all.stream().map(this::bind).toList());
            case Clause.Or(var any) -> new Condition.Or(any.stream().map(this::bind).toList());
            case Clause.Not(Clause negated) -> new Condition.Not(bind(negated));
            case Clause.Compare compare -> compare(compare);
            case Clause.Between between -> between(between);
            case Clause.In in -> in(in);
            case Clause.Test(Term.Call call) -> function(call);
        };
    }

    private Condition compare(Clause.Compare compare) {
        List<Operand> operands = operands(List.of(compare.left(), compare.right()));
        String sign = compare.comparator().sign();
        OperandChecks.distinct(sign, operands);
        OperandChecks.sizes(operands);
        if (compare.comparator().orders()) {
            OperandChecks.ordered(sign, operands);
        }
        return new Condition.Comparison(operands.getFirst(), compare.comparator(), operands.getLast());
    }

    private Condition between(Clause.Between between) {
        List<Operand> operands = operands(List.of(between.operand(), between.lower(), between.upper()));
        OperandChecks.sizes(operands);
        OperandChecks.ordered("BETWEEN", operands);
        OperandChecks.bounds(operands.get(1), operands.get(2));
        return new Condition.Between(operands.get(0), operands.get(1), operands.get(2));
    }

    private Condition in(Clause.In in) {
        List<Operand> operands =
                operands(Stream.concat(Stream.of(in.operand()), in.values().stream()).toList());
        OperandChecks.sizes(operands);
        return new Condition.In(operands.getFirst(), operands.subList(1, operands.size()));
    }

    private Condition function(Term.Call call) {
        call.placeholders(placeholders::use);
        requireArity(call);
        List<Operand> operands = operands(call.arguments());
        OperandChecks.distinct(call.function(), operands);
        OperandChecks.sizes(operands);
        Operand first = operands.getFirst();
        return switch (call.function()) {
            case "attribute_exists" -> new Condition.Exists(OperandChecks.path(call.function(), first));
            case "attribute_not_exists" -> new Condition.NotExists(OperandChecks.path(call.function(), first));
            case "attribute_type" -> new Condition.HasType(first, OperandChecks.typeName(operands.getLast()));
            case "begins_with" -> {
                OperandChecks.textOrBinary(call.function(), operands);
                yield new Condition.BeginsWith(first, operands.getLast());
            }
            case "contains" -> new Condition.Contains(first, operands.getLast());
            default -> throw new IllegalStateException(call.function() + " was let through by the parser");
        };
    }

    private List<Operand> operands(List<Term> terms) {
        terms.forEach(each -> each.placeholders(placeholders::use));
        terms.forEach(ConditionBinder::requireArity);
        List<Operand> operands = new ArrayList<>(terms.size());
        terms.forEach(each -> operands.add(operand(each)));
        return operands;
    }

    private Operand operand(Term term) {
        return switch (term) {
            case Term.Place place -> placeholders.path(place);
            case Term.Value value -> new Literal(placeholders.value(value));
            case Term.Call(_, var arguments) -> new Size(operand(arguments.getFirst()));
            case Term.Sum _ -> throw new IllegalStateException("no condition has sums");
        };
    }

    private static void requireArity(Term term) {
        if (term instanceof Term.Call(String function, var arguments)) {
            OperandChecks.arity(function, arguments.size());
            arguments.forEach(ConditionBinder::requireArity);
        }
    }

}
