package dev.stampede.dynamodb.expression;

import static dev.stampede.dynamodb.expression.Given.item;
import static dev.stampede.dynamodb.expression.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.S;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LegacyParametersTest {

    private static final String INVALID = "One or more parameter values were invalid: ";
    private static final Map<String, AttributeValue> ITEM =
            item("{n: {N: '5'}, s: {S: 'hello'}, set: {SS: ['a', 'b']}, 'a.b': {S: 'dot'}, row: {L: [{N: '1'}]}}");

    @Nested
    class Expected {

        private static boolean holds(String expected) {
            return holds(expected, "");
        }

        private static boolean holds(String expected, String more) {
            return LegacyParameters.expected(json("{Expected: " + expected + more + "}"))
                    .orElseThrow()
                    .test(ITEM);
        }

        private static void refused(String expected, String message) {
            assertThatThrownBy(() -> holds(expected)).as(expected).hasMessage(INVALID + message);
        }

        @Test
        void comparesWithAValueOrAsksForAbsence() {
            assertThat(holds("{n: {Value: {N: '5.0'}}}")).isTrue();
            assertThat(holds("{n: {Value: {N: '6'}, Exists: true}}")).isFalse();
            assertThat(holds("{gone: {Exists: false}}")).isTrue();
            assertThat(holds("{n: {Exists: false}}")).isFalse();
            assertThat(holds("{'a.b': {Value: {S: 'dot'}}}")).as("dots lead nowhere").isTrue();
        }

        @Test
        void comparesWithEveryOperator() {
            assertThat(holds("{n: {ComparisonOperator: 'LE', AttributeValueList: [{N: '5'}]}}")).isTrue();
            assertThat(holds("{n: {ComparisonOperator: 'EQ', Value: {N: '5'}}}")).isTrue();
            assertThat(holds("{gone: {ComparisonOperator: 'NE', AttributeValueList: [{N: '5'}]}}")).isTrue();
            assertThat(holds("{gone: {ComparisonOperator: 'NULL'}}")).isTrue();
            assertThat(holds("{n: {ComparisonOperator: 'NOT_NULL', AttributeValueList: []}}")).isTrue();
            assertThat(holds("{set: {ComparisonOperator: 'CONTAINS', AttributeValueList: [{S: 'a'}]}}")).isTrue();
            assertThat(holds("{set: {ComparisonOperator: 'NOT_CONTAINS', AttributeValueList: [{S: 'z'}]}}")).isTrue();
            assertThat(holds("{gone: {ComparisonOperator: 'NOT_CONTAINS', AttributeValueList: [{S: 'z'}]}}")).isFalse();
            assertThat(holds("{s: {ComparisonOperator: 'BEGINS_WITH', AttributeValueList: [{S: 'he'}]}}")).isTrue();
            assertThat(holds("{n: {ComparisonOperator: 'IN', AttributeValueList: [{N: '4'}, {N: '5'}]}}")).isTrue();
            assertThat(holds("{n: {ComparisonOperator: 'BETWEEN', AttributeValueList: [{N: '4'}, {N: '5'}]}}"))
                    .isTrue();
        }

        @Test
        void allMustHoldUnlessAnyIsAskedFor() {
            String two = "{n: {Value: {N: '5'}}, s: {Value: {S: 'x'}}}";
            assertThat(holds(two)).isFalse();
            assertThat(holds(two, ", ConditionalOperator: 'AND'")).isFalse();
            assertThat(holds(two, ", ConditionalOperator: 'OR'")).isTrue();
        }

        @Test
        void refusesMembersThatDoNotFit() {
            refused("{a: {Value: {N: '1'}, AttributeValueList: [{N: '1'}]}}",
                    "Value and AttributeValueList cannot be used together for Attribute: a");
            refused("{a: {Exists: true, ComparisonOperator: 'EQ', Value: {N: '1'}}}",
                    "Exists and ComparisonOperator cannot be used together for Attribute: a");
            refused("{a: {ComparisonOperator: 'EQ'}}",
                    "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: a");
            refused("{a: {ComparisonOperator: 'EQ', AttributeValueList: [{N: '1'}, {N: '2'}]}}",
                    "Invalid number of argument(s) for the EQ ComparisonOperator");
            refused("{a: {AttributeValueList: [{N: '1'}]}}",
                    "AttributeValueList can only be used with a ComparisonOperator for Attribute: a");
            refused("{a: {}}", "Value must be provided when Exists is null for Attribute: a");
            refused("{a: {Exists: true}}", "Value must be provided when Exists is true for Attribute: a");
            refused("{a: {Exists: false, Value: {N: '1'}}}",
                    "Value cannot be used when Exists is false for Attribute: a");
            refused("{'': {Value: {N: '1'}}}", "Empty attribute name");
        }

        @Test
        void anOperatorBetweenConditionsComesWithConditions() {
            assertThat(LegacyParameters.expected(json("{Expected: {}}"))).isEmpty();
            for (String request : List.of("{ConditionalOperator: 'OR'}",
                    "{Expected: {}, ConditionalOperator: 'AND'}")) {
                assertThatThrownBy(() -> LegacyParameters.expected(json(request)))
                        .hasMessage("ConditionalOperator cannot be used without Filter or Expected");
            }
        }
    }

    @Nested
    class Filters {

        private static void refused(String operator, String values, String message) {
            String request =
                    "{ScanFilter: {a: {ComparisonOperator: '" + operator + "', AttributeValueList: " + values + "}}}";
            assertThatThrownBy(() -> LegacyParameters.filter(json(request), "ScanFilter"))
                    .as(request)
                    .hasMessage(message);
        }

        @Test
        void areConditions() {
            Condition filter = LegacyParameters.filter(
                    json("{QueryFilter: {n: {ComparisonOperator: 'GT', AttributeValueList: [{N: '4'}]}}}"),
                    "QueryFilter")
                    .orElseThrow();
            assertThat(filter.test(ITEM)).isTrue();
            assertThat(filter.attributes()).containsExactly("n");
        }

        @Test
        void refuseValuesThatDoNotFitTheOperator() {
            refused("NULL", "[{N: '1'}]", INVALID + "Invalid number of argument(s) for the NULL ComparisonOperator");
            refused("IN", "[]", INVALID + "Invalid number of argument(s) for the IN ComparisonOperator");
            refused("BETWEEN", "[{N: '1'}]",
                    INVALID + "Invalid number of argument(s) for the BETWEEN ComparisonOperator");
            refused("IN", "[{N: '1'}, {S: '1'}]",
                    INVALID + "AttributeValues inside AttributeValueList must be of same type");
            refused("LT", "[{SS: ['1']}]", INVALID + "ComparisonOperator LT is not valid for SS AttributeValue type");
            refused("BEGINS_WITH", "[{N: '1'}]",
                    INVALID + "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type");
            refused("NOT_CONTAINS", "[{L: []}]",
                    INVALID + "ComparisonOperator NOT_CONTAINS is not valid for L AttributeValue type");
            refused("BETWEEN", "[{N: '2'}, {N: '1'}]",
                    "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");
            refused("EQ", "[{N: 'x'}]", "The parameter cannot be converted to a numeric value: x");
        }
    }

    @Nested
    class Updates {

        private static void becomes(String updates, String before, String after) {
            Update update = LegacyParameters.updates(json("{AttributeUpdates: " + updates + "}"))
                    .orElseThrow();
            assertThat(update.apply(item(before))).isEqualTo(item(after));
        }

        private static void refused(String update, String message) {
            assertThatThrownBy(() -> LegacyParameters.updates(json("{AttributeUpdates: {a: " + update + "}}")))
                    .as(update)
                    .hasMessage(INVALID + message);
        }

        @Test
        void putAddAndDelete() {
            becomes("{'a.b': {Value: {N: '1'}}, c: {Action: 'DELETE'}}", "{c: {N: '1'}}", "{'a.b': {N: '1'}}");
            becomes("{a: {Action: 'ADD', Value: {N: '2'}}, b: {Action: 'ADD', Value: {N: '2'}}}", "{a: {N: '1'}}",
                    "{a: {N: '3'}, b: {N: '2'}}");
            becomes("{a: {Action: 'ADD', Value: {L: [{N: '2'}]}}}", "{a: {L: [{N: '1'}]}}",
                    "{a: {L: [{N: '1'}, {N: '2'}]}}");
            becomes("{a: {Action: 'DELETE', Value: {SS: ['x']}}}", "{p: {N: '1'}, a: {SS: ['x']}}", "{p: {N: '1'}}");
        }

        @Test
        void refuseActionsThatDoNotFitTheValue() {
            refused("{Action: 'PUT'}", "Only DELETE action is allowed when no attribute value is specified");
            refused("{}", "Only DELETE action is allowed when no attribute value is specified");
            refused("{Action: 'DELETE', Value: {S: 'x'}}", "DELETE action with value is not supported for the type S");
            refused("{Action: 'ADD', Value: {S: 'x'}}", "ADD action is not supported for the type S");
        }

        @Test
        void refuseAnItemWhoseValueIsOfAnotherType() {
            assertThatThrownBy(() -> becomes("{a: {Action: 'ADD', Value: {N: '1'}}}", "{a: {S: 'x'}}", "{}"))
                    .hasMessage("Type mismatch for attribute to update");
        }
    }

    @Nested
    class Keys {

        private static final KeySchema SCHEMA =
                new KeySchema(new KeyAttribute("p", "S"), Optional.of(new KeyAttribute("c", "S")));

        private static KeyCondition read(String conditions) {
            return LegacyParameters.keyCondition(json("{KeyConditions: " + conditions + "}"), SCHEMA);
        }

        @Test
        void areSoughtAsInExpressions() {
            assertThat(read("{p: {ComparisonOperator: 'EQ', AttributeValueList: [{S: 'x'}]},"
                    + " c: {ComparisonOperator: 'BEGINS_WITH', AttributeValueList: [{S: 'y'}]}}"))
                    .isEqualTo(new KeyCondition(new S("x"), Optional.of(new RangeCondition.BeginsWith(new S("y")))));
        }

        @Test
        void refuseConditionsThatNoKeyCanBeSoughtBy() {
            assertThatThrownBy(() -> read("{p: {ComparisonOperator: 'NE', AttributeValueList: [{S: 'x'}]}}"))
                    .hasMessage("Attempted conditional constraint is not an indexable operation");
            assertThatThrownBy(() -> read("{p: {ComparisonOperator: 'GT', AttributeValueList: [{S: 'x'}]}}"))
                    .hasMessage("Query key condition not supported");
            assertThatThrownBy(() -> read("{}")).hasMessage("Conditions can be of length 1 or 2 only");
            assertThatThrownBy(() -> LegacyParameters.keyCondition(json("{}"), SCHEMA))
                    .hasMessage("Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
                            + " request.");
        }
    }

    @Test
    void attributesToGetAreAProjection() {
        Projection projection = LegacyParameters.projection(json("{AttributesToGet: ['n', 'a.b', 'row[0]']}"))
                .orElseThrow();
        assertThat(projection.of(ITEM)).isEqualTo(item("{n: {N: '5'}, 'a.b': {S: 'dot'}}"));
        assertThatThrownBy(() -> LegacyParameters.projection(json("{AttributesToGet: ['n', 's', 'n']}")))
                .hasMessage(INVALID + "Duplicate value in attribute name: n");
    }

    @Test
    void oldParametersAreNotMixedWithExpressions() {
        assertThatThrownBy(() -> LegacyParameters.requireUnmixed(
                json("{Expected: {}, AttributeUpdates: {}, ConditionExpression: 'x', UpdateExpression: 'y'}"),
                List.of("AttributeUpdates", "Expected"),
                List.of("UpdateExpression", "ConditionExpression")))
                .hasMessage(
                        "Can not use both expression and non-expression parameters in the same request: Non-expression"
                                + " parameters: {AttributeUpdates, Expected} Expression parameters: {UpdateExpression,"
                                + " ConditionExpression}");
    }

    @Test
    void oldKeyConditionsGoWithAFilterOfTodayButNotWithTodaysKeyCondition() {
        List<String> legacy = List.of("QueryFilter", "KeyConditions");
        List<String> expressions = List.of("FilterExpression", "KeyConditionExpression");
        assertThatCode(() -> LegacyParameters.requireUnmixed(
                json("{KeyConditions: {}, FilterExpression: 'x'}"), legacy, expressions))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> LegacyParameters.requireUnmixed(
                json("{KeyConditions: {}, KeyConditionExpression: 'x'}"), legacy, expressions))
                .hasMessageContaining("{KeyConditions}");
    }
}
