package dev.stampede.dynamodb.partiql;

import dev.stampede.dynamodb.expression.Comparator;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.KeyCondition;
import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition;
import dev.stampede.dynamodb.expression.KeyTerms;
import dev.stampede.dynamodb.expression.Operand;
import dev.stampede.dynamodb.expression.Path;
import dev.stampede.dynamodb.item.Keys;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a WHERE clause says of the key.
final class WhereKey {

    /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.operators.html
    private static final int MOST_PARTITIONS = 50;

    private WhereKey() {}

    /// The one key that a clause names.
    ///
    /// @throws DynamoDbException a ValidationException when it does not name a whole one
    static Map<String, AttributeValue> whole(Table table, Condition where) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (KeyAttribute attribute : table.key().attributes()) {
            key.put(attribute.name(), equal(where, attribute.name()).orElseThrow(() -> DynamoDbException.validation(
                    "Where clause does not contain a mandatory equality on all key attributes")));
        }
        return Keys.checked(table, key);
    }

    /// The rest of a clause that names a whole key.
    static Optional<Condition> rest(Table table, Condition where) {
        List<Condition> rest = new ArrayList<>(terms(where).toList());
        for (String name : table.key().names()) {
            rest.stream().filter(term -> equal(term, name).isPresent()).findFirst().ifPresent(rest::remove);
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Condition.And(rest));
    }

    /// The partitions that a clause names: one by `=`, several by `IN`. Empty when it names none.
    ///
    /// @throws DynamoDbException a ValidationException when a value is of another type than the key, or there are too
    /// many
    static List<KeyCondition> partitions(KeySchema schema, Condition where) {
        List<List<AttributeValue>> partitions = List.of(List.of());
        for (KeyAttribute hash : schema.hashes()) {
            List<AttributeValue> values = values(where, hash);
            if (partitions.size() * values.size() > MOST_PARTITIONS) {
                throw DynamoDbException.validation(
                        "Where clause names more than " + MOST_PARTITIONS + " values of the partition key");
            }
            partitions = partitions.stream()
                    .flatMap(begun -> values.stream()
                            .map(value -> Stream.concat(begun.stream(), Stream.of(value)).toList()))
                    .toList();
        }
        List<RangeCondition> ranges = ranges(schema, where);
        return partitions.stream().map(hashes -> new KeyCondition(hashes, ranges)).toList();
    }

    private static List<AttributeValue> values(Condition where, KeyAttribute hash) {
        List<AttributeValue> values = Stream.concat(
                equal(where, hash.name()).stream(), terms(where).flatMap(term -> in(term, hash.name())))
                .distinct()
                .toList();
        if (!values.stream().allMatch(value -> value.type().equals(hash.type()))) {
            throw KeyTerms.wrongType();
        }
        return values;
    }

    /// What a key can be sought by; the filter sees to the rest.
    private static List<RangeCondition> ranges(KeySchema schema, Condition where) {
        List<RangeCondition> ranges = new ArrayList<>();
        for (KeyAttribute attribute : schema.ranges()) {
            Optional<RangeCondition> range = range(where, attribute);
            range.ifPresent(ranges::add);
            if (range.flatMap(RangeCondition::equality).isEmpty()) {
                break;
            }
        }
        return ranges;
    }

    private static Stream<Condition> terms(Condition where) {
        return where instanceof Condition.And(List<Condition> all)
                ? all.stream().flatMap(WhereKey::terms)
                : Stream.of(where);
    }

    private static Optional<AttributeValue> equal(Condition where, String name) {
        return terms(where).flatMap(term -> comparison(term, name)
                .filter(each -> each.comparator() == Comparator.EQ)
                .map(RangeCondition.Comparison::value)
                .stream())
                .findFirst();
    }

    private static Stream<AttributeValue> in(Condition term, String name) {
        return term instanceof Condition.In(Operand operand, List<Operand> values) && isAttribute(operand, name)
                && values.stream().allMatch(Operand.Literal.class::isInstance)
                        ? values.stream().map(value -> ((Operand.Literal) value).value())
                        : Stream.empty();
    }

    private static Optional<RangeCondition> range(Condition where, KeyAttribute attribute) {
        return terms(where)
                .flatMap(term -> rangeOf(term, attribute.name()).stream())
                .filter(range -> range.values().stream().allMatch(value -> value.type().equals(attribute.type())))
                .findFirst();
    }

    private static Optional<RangeCondition> rangeOf(Condition term, String name) {
        return switch (term) {
            case Condition.Between(Operand operand, Operand.Literal(var lower), Operand.Literal(var upper)) when isAttribute(
                    operand, name) -> Optional.of(new RangeCondition.Between(lower, upper));
            case Condition.BeginsWith(Operand operand, Operand.Literal(var prefix)) when isAttribute(operand, name)
                    && !prefix.type().equals("N") -> Optional.of(new RangeCondition.BeginsWith(prefix));
            default -> comparison(term, name)
                    .filter(each -> each.comparator() != Comparator.NE)
                    .map(RangeCondition.class::cast);
        };
    }

    private static Optional<RangeCondition.Comparison> comparison(Condition term, String name) {
        return switch (term) {
            case Condition.Comparison(Operand left, Comparator comparator, Operand.Literal(var value)) when isAttribute(
                    left, name) -> Optional.of(new RangeCondition.Comparison(comparator, value));
            case Condition.Comparison(Operand.Literal(var value), Comparator comparator, Operand right) when isAttribute(
                    right, name) -> Optional.of(new RangeCondition.Comparison(comparator.turned(), value));
            default -> Optional.empty();
        };
    }

    private static boolean isAttribute(Operand operand, String name) {
        return operand instanceof Path path && !path.isNested() && path.attribute().equals(name);
    }
}
