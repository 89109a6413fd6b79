package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The parameters from before there were expressions.
class LegacyParametersTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE = TABLES.byRange("N");
    private static final String ITEM = "{p: {S: 'a'}, r: {N: '1'}, n: {N: '5'}, s: {S: 'text'}, ss: {SS: ['a', 'b']}}";
    private static final String KEY = "{p: {S: 'a'}, r: {N: '1'}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            true  | {n: {Value: {N: '5'}}}
            false | {n: {Value: {N: '6'}}}
            false | {n: {Exists: false}}
            true  | {x: {Exists: false}, n: {Exists: true, Value: {N: '5'}}}
            true  | {n: {ComparisonOperator: 'BETWEEN', AttributeValueList: [{N: '5'}, {N: '7'}]}}
            true  | {s: {ComparisonOperator: 'BEGINS_WITH', AttributeValueList: [{S: 'te'}]}}
            true  | {ss: {ComparisonOperator: 'CONTAINS', AttributeValueList: [{S: 'b'}]}}
            false | {ss: {ComparisonOperator: 'NOT_CONTAINS', AttributeValueList: [{S: 'b'}]}}
            true  | {x: {ComparisonOperator: 'NULL'}, n: {ComparisonOperator: 'NOT_NULL'}}
            true  | {n: {ComparisonOperator: 'IN', AttributeValueList: [{N: '4'}, {N: '5'}]}}
            false | {x: {ComparisonOperator: 'LT', AttributeValueList: [{N: '4'}]}}
            """)
    void whatIsExpectedDecides(boolean holds, String expected) {
        TABLE.put(ITEM);
        String request = "{Item: " + ITEM + ", Expected: " + expected + "}";

        if (holds) {
            TABLE.call("PutItem", request);
        } else {
            assertThat(TABLE.refused("PutItem", request).code()).isEqualTo("ConditionalCheckFailedException");
        }
    }

    @Test
    void oneOfTheExpectationsMayDo() {
        TABLE.put(ITEM);

        TABLE.call("PutItem", "{Item: " + ITEM + ", ConditionalOperator: 'OR',"
                + " Expected: {n: {Value: {N: '6'}}, s: {Value: {S: 'text'}}}}");
    }

    @Test
    void updatesPutAddAndDelete() {
        TABLE.put(ITEM);

        assertThat(TABLE.call("UpdateItem", "{Key: " + KEY + ", ReturnValues: 'ALL_NEW', AttributeUpdates: {"
                + "n: {Action: 'ADD', Value: {N: '2'}}, s: {Action: 'DELETE'},"
                + " ss: {Action: 'DELETE', Value: {SS: ['a']}}, 'x.y': {Value: {BOOL: true}}}}")
                .get("Attributes"))
                .isEqualTo(Json.json("{p: {S: 'a'}, r: {N: '1'}, n: {N: '7'}, ss: {SS: ['b']}, 'x.y': {BOOL: true}}"));
    }

    @Test
    void queriesHaveKeyConditionsAndFilters() {
        TABLE.put(ITEM);

        assertThat(TABLE.call("Query", "{KeyConditions: {p: {ComparisonOperator: 'EQ', AttributeValueList: [{S: 'a'}]},"
                + " r: {ComparisonOperator: 'GE', AttributeValueList: [{N: '1'}]}}, AttributesToGet: ['n'],"
                + " QueryFilter: {n: {ComparisonOperator: 'GT', AttributeValueList: [{N: '4'}]}}}")
                .get("Items"))
                .isEqualTo(Json.json("[{n: {N: '5'}}]"));
        assertThat(
                TABLE.call("Scan", "{ScanFilter: {s: {ComparisonOperator: 'NE', AttributeValueList: [{S: 'text'}]}}}")
                        .get("Count")
                        .asInt())
                .isZero();
    }

    @Test
    void oldAndNewDoNotMix() {
        assertThat(TABLE.refused("PutItem", "{Item: " + ITEM
                + ", Expected: {n: {Value: {N: '5'}}}, ConditionExpression: 'attribute_exists(p)'}"))
                .hasToString(
                        "ValidationException: Can not use both expression and non-expression parameters in the same"
                                + " request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {n: {Value: {N: '5'}, ComparisonOperator: 'EQ', AttributeValueList: [{N: '5'}]}} | Value and AttributeValueList cannot be used together for Attribute: n
            {n: {ComparisonOperator: 'EQ'}}              | Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: n
            {n: {AttributeValueList: [{N: '5'}]}}        | AttributeValueList can only be used with a ComparisonOperator for Attribute: n
            {n: {}}                                      | Value must be provided when Exists is null for Attribute: n
            {n: {Exists: false, Value: {N: '5'}}}        | Value cannot be used when Exists is false for Attribute: n
            {n: {ComparisonOperator: 'EQ', AttributeValueList: []}} | Invalid number of argument(s) for the EQ ComparisonOperator
            """)
    void whatIsNoExpectationIsRefused(String expected, String message) {
        assertThat(TABLE.refused("PutItem", "{Item: " + ITEM + ", Expected: " + expected + "}"))
                .hasToString("ValidationException: One or more parameter values were invalid: " + message);
    }
}
