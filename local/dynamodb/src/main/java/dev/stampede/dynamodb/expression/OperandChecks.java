package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.Operand.Literal;
import dev.stampede.dynamodb.expression.Operand.Size;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.S;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.List;
import java.util.Set;

/// What operators and functions ask of their operands, as far as it can be known without an item.
final class OperandChecks {

    private static final Set<String> ORDERED = Set.of("S", "N", "B");
    private static final Set<String> WITHOUT_SIZE = Set.of("N", "BOOL", "NULL");
    private static final Set<String> TYPES = Set.of("S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS");

    private OperandChecks() {}

    static void arity(String function, int operands) {
        if (operands != Functions.arity(function)) {
            throw DynamoDbException.validation("Incorrect number of operands for operator or function; operator or"
                    + " function: " + function + ", number of operands: " + operands);
        }
    }

    static void distinct(String operator, List<Operand> operands) {
        if (operands.size() == 2
                && operands.getFirst() instanceof Path path
                && path.equals(operands.getLast())) {
            throw DynamoDbException.validation("The first operand must be distinct from the remaining operands for this"
                    + " operator or function; operator: " + operator + ", first operand: " + path);
        }
    }

    static void sizes(List<Operand> operands) {
        for (Operand each : operands) {
            if (each instanceof Size(Operand measured)) {
                sizes(List.of(measured));
                String type = measured.knownType();
                if (type != null && WITHOUT_SIZE.contains(type)) {
                    throw incorrectType(Functions.SIZE, type);
                }
            }
        }
    }

    static void ordered(String operator, List<Operand> operands) {
        requireTypes(operator, operands, ORDERED);
    }

    static void textOrBinary(String function, List<Operand> operands) {
        requireTypes(function, operands, Set.of("S", "B"));
    }

    static void requireTypes(String operator, List<Operand> operands, Set<String> types) {
        for (Operand each : operands) {
            String type = each.knownType();
            if (type != null && !types.contains(type)) {
                throw incorrectType(operator, type);
            }
        }
    }

    static void bounds(Operand lower, Operand upper) {
        if (!(lower instanceof Literal(var least) && upper instanceof Literal(var most))) {
            return;
        }
        String bounds =
                "lower bound operand: AttributeValue: " + text(least) + ", upper bound operand: AttributeValue: "
                        + text(most);
        if (!Values.comparable(least, most)) {
            throw DynamoDbException.validation(
                    "The BETWEEN operator requires same data type for lower and upper bounds; " + bounds);
        }
        if (Values.compare(least, most) > 0) {
            throw DynamoDbException
                    .validation("The BETWEEN operator requires upper bound to be greater than or equal to"
                            + " lower bound; " + bounds);
        }
    }

    static Path path(String function, Operand operand) {
        if (operand instanceof Path path) {
            return path;
        }
        throw DynamoDbException.validation(
                "Operator or function requires a document path; operator or function: " + function);
    }

    static String typeName(Operand operand) {
        if (!(operand instanceof Literal(S(String type)))) {
            String given = operand.knownType();
            throw incorrectType("attribute_type", given == null ? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}" : given);
        }
        if (!TYPES.contains(type)) {
            throw DynamoDbException.validation("Invalid attribute type name found; type: " + type
                    + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
        }
        return type;
    }

    private static DynamoDbException incorrectType(String operator, String type) {
        return DynamoDbException.validation("Incorrect operand type for operator or function; operator or function: "
                + operator + ", operand type: " + type);
    }

    /// Such as `{N:1}`.
    private static String text(AttributeValue value) {
        return "{" + value.type() + ":" + ValueJson.write(value).get(value.type()).asText() + "}";
    }
}
