package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition;
import dev.stampede.dynamodb.expression.KeyTerms.Term;
import dev.stampede.dynamodb.expression.Operand.Literal;
import dev.stampede.dynamodb.expression.Operand.Size;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what a condition says of keys: one simple condition for each, joined by AND.
final class KeyTermsOfCondition {

    private static final String CONDITION = "Invalid condition in KeyConditionExpression: ";

    private final Map<String, Term> terms = new LinkedHashMap<>();

    private KeyTermsOfCondition() {}

    /// @throws DynamoDbException when it is not of that form
    static KeyTerms of(Condition condition) {
        KeyTermsOfCondition reader = new KeyTermsOfCondition();
        reader.read(condition);
        return new KeyTerms(reader.terms);
    }

    private void read(Condition condition) {
        switch (condition) {
            case Condition.And(var all) -> all.forEach(this::read);
            case Condition.Or _ -> throw operator("OR");
            case Condition.Not _ -> throw operator("NOT");
            case Condition.In _ -> throw operator("IN");
            case Condition.Exists _ -> throw operator("attribute_exists");
            case Condition.NotExists _ -> throw operator("attribute_not_exists");
            case Condition.HasType _ -> throw operator("attribute_type");
            case Condition.Contains _ -> throw operator("contains");
            case Condition.Comparison(Operand left, Comparator comparator, Operand right) -> {
                if (comparator == Comparator.NE) {
                    throw operator("<>");
                }
                boolean turned = !(left instanceof Path);
                Path path = path(List.of(left, right));
                Operand value = turned ? left : right;
                Comparator towardsPath = turned ? comparator.turned() : comparator;
                add(path, new RangeCondition.Comparison(towardsPath, literal(value)));
            }
            case Condition.Between(Operand operand, Operand lower, Operand upper) -> {
                requireFirst("BETWEEN", operand);
                Path path = path(List.of(operand, lower, upper));
                add(path, new RangeCondition.Between(literal(lower), literal(upper)));
            }
            case Condition.BeginsWith(Operand operand, Operand prefix) -> {
                requireFirst("begins_with", operand);
                add(path(List.of(operand, prefix)), new RangeCondition.BeginsWith(literal(prefix)));
            }
        }
    }

    private void add(Path path, RangeCondition condition) {
        if (terms.putIfAbsent(path.attribute(), new Term.Sought(condition)) != null) {
            throw DynamoDbException.validation("KeyConditionExpressions must only contain one condition per key");
        }
    }

    private static void requireFirst(String operator, Operand operand) {
        if (!(operand instanceof Path || operand instanceof Size)) {
            throw DynamoDbException.validation(
                    CONDITION + operator + " operator must have the key attribute as its first operand");
        }
    }

    /// The one path among operands.
    private static Path path(List<Operand> operands) {
        Path found = null;
        for (Operand each : operands) {
            switch (each) {
                case Path path -> {
                    if (found != null) {
                        throw DynamoDbException.validation(
                                CONDITION + "Multiple attribute names used in one condition");
                    }
                    if (path.isNested()) {
                        throw DynamoDbException.validation(
                                "KeyConditionExpressions cannot have conditions on nested attributes");
                    }
                    found = path;
                }
                case Size _,Computed _ -> throw DynamoDbException
                        .validation("KeyConditionExpressions cannot contain nested operations");
                case Literal _ -> {}
            }
        }
        if (found == null) {
            throw DynamoDbException.validation(CONDITION + "No key attribute specified");
        }
        return found;
    }

    private static AttributeValue literal(Operand operand) {
        return ((Literal) operand).value();
    }

    private static DynamoDbException operator(String operator) {
        return DynamoDbException.validation("Invalid operator used in KeyConditionExpression: " + operator);
    }
}
