package dev.stampede.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.local.simulation.Tokens.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ExpressionsTest {

    private static final Map<String, AttributeValue> ITEM = Map.of(
            "count", number(3),
            "text", AttributeValue.fromS("b"),
            "list", AttributeValue.fromL(List.of(number(1))),
            "set", AttributeValue.fromSs(List.of("x", "y")),
            "map", AttributeValue.fromM(Map.of("inner", number(7))));
    private static final Map<String, String> NAMES = Map.of("#count", "count", "#map", "map", "#inner", "inner");
    private static final Map<String, AttributeValue> VALUES = Map.of(
            ":two", number(2), ":three", number(3), ":ten", number(10), ":b", AttributeValue.fromS("b"),
            ":x", AttributeValue.fromS("x"), ":z", AttributeValue.fromSs(List.of("z")),
            ":more", AttributeValue.fromL(List.of(number(2))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count = :three                                      | true
            #count >= :three AND text = :b                      | true
            count > :three OR text = :b                         | true
            count > :three OR (text = :b AND count < :two)      | false
            NOT count = :two                                    | true
            count <> :two                                       | true
            count < :ten                                        | true
            attribute_exists(count)                             | true
            attribute_not_exists(count)                         | false
            attribute_not_exists(missing) OR missing <= :two    | true
            missing <= :two                                     | false
            text = :three                                       | false
            contains(set, :x)                                   | true
            contains(missing, :x)                               | false
            size(set) < :three                                  | true
            map.inner > :three AND #map.#inner < :ten           | true
            attribute_exists(map.other)                         | false
            count IN (:two, :three)                             | true
            """)
    void conditionsHoldAsTheyDoInDynamoDb(String expression, boolean holds) {
        assertThat(Condition.of(expression).holds(new Scope(ITEM, NAMES, VALUES))).isEqualTo(holds);
    }

    @Test
    void anUpdateReadsTheItemAsItWasBefore() {
        Map<String, AttributeValue> after = update("SET count = count - :two, before = count, text = if_not_exists(text, :x),"
                + " other = if_not_exists(other, :two) + :three, list = list_append(list, :more), map.#inner = :ten REMOVE set");

        Map<String, AttributeValue> expected = new HashMap<>(ITEM);
        expected.putAll(Map.of(
                "count", number(1), "before", number(3), "other", number(5),
                "list", AttributeValue.fromL(List.of(number(1), number(2))),
                "map", AttributeValue.fromM(Map.of("inner", number(10)))));
        expected.remove("set");
        assertThat(after).isEqualTo(expected);
    }

    @Test
    void anAdditionMakesWhatIsNotThere() {
        Map<String, AttributeValue> after = update("SET text = :x ADD count :two, fresh :ten, set :z");

        assertThat(after).containsEntry("count", number(5)).containsEntry("fresh", number(10))
                .containsEntry("set", AttributeValue.fromSs(List.of("x", "y", "z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET count = missing + :two", "SET missing.inner = :two", "SET other = missing"})
    void anUpdateThatRefersToWhatIsNotThereIsInvalid(String expression) {
        assertThatThrownBy(() -> update(expression)).isInstanceOf(UpdateExpression.InvalidUpdate.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"count ~ :two", "begins_with(text, :b)", "count = :two extra", "(count = :two", "count BETWEEN :two"})
    void whatTheSimulationDoesNotKnowItRefuses(String expression) {
        assertThatThrownBy(() -> Condition.of(expression)).hasMessageContaining("does not know");
    }

    private static Map<String, AttributeValue> update(String expression) {
        return UpdateExpression.of(expression).on(new Scope(ITEM, NAMES, VALUES));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
