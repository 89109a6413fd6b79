package dev.stampede.cloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.expression.Comparator;
import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition;
import dev.stampede.dynamodb.expression.KeyTerms;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads from DynamoDB's expressions what the condition keys of IAM are about. Of a request with an expression that is
/// none they know nothing; the engine refuses it.
final class Expressions {

    private static final String[] WITH_VALUES =
            {"UpdateExpression", "ConditionExpression", "FilterExpression", "KeyConditionExpression"};

    private Expressions() {}

    /// The top-level attributes that a request names.
    static List<String> attributes(JsonNode request) {
        Set<String> names = new TreeSet<>();
        request.path("Item").fieldNames().forEachRemaining(names::add);
        request.path("Key").fieldNames().forEachRemaining(names::add);
        request.path("AttributesToGet").forEach(name -> names.add(name.asText()));
        try {
            var expressions = dev.stampede.dynamodb.expression.Expressions.of(request, WITH_VALUES);
            expressions.update().ifPresent(update -> update.paths(path -> names.add(path.attribute())));
            expressions.condition("ConditionExpression").ifPresent(condition -> names.addAll(condition.attributes()));
            expressions.keyTerms().ifPresent(terms -> names.addAll(terms.terms().keySet()));
            expressions.condition("FilterExpression").ifPresent(filter -> names.addAll(filter.attributes()));
            expressions.projection().ifPresent(projection -> names.addAll(projection.attributes()));
        } catch (DynamoDbException e) {
            return List.copyOf(names);
        }
        return List.copyOf(names);
    }

    /// The value that a key condition asks for.
    static Optional<String> equal(JsonNode request, String attribute) {
        try {
            return dev.stampede.dynamodb.expression.Expressions.of(request, WITH_VALUES)
                    .keyTerms()
                    .flatMap(terms -> Optional.ofNullable(terms.terms().get(attribute)))
                    .flatMap(Expressions::equal);
        } catch (DynamoDbException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> equal(KeyTerms.Term term) {
        return term instanceof KeyTerms.Term.Sought(RangeCondition.Comparison(Comparator comparator, AttributeValue value))
                && comparator == Comparator.EQ
                        ? Optional.of(text(value))
                        : Optional.empty();
    }

    private static String text(AttributeValue key) {
        return switch (key) {
            case AttributeValue.S(String text) -> text;
            case AttributeValue.N(var number) -> Numbers.text(number);
            case AttributeValue.B(var bytes) -> bytes.toString();
            default -> "";
        };
    }
}
