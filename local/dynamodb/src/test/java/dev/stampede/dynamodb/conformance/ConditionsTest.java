package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conditions of writes, in expressions.
class ConditionsTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE = TABLES.byHash();
    private static final String VALUES = "{':1': {N: '1.0'}, ':2': {N: '2'}, ':b': {S: 'b'}, ':text': {S: 'text'},"
            + " ':te': {S: 'te'}, ':set': {NS: ['2', '1']}, ':N': {S: 'N'}, ':list': {L: [{N: '1'}]}}";

    @BeforeAll
    static void fill() {
        TABLE.put("{p: {S: 'a'}, n: {N: '1'}, s: {S: 'text'}, ns: {NS: ['1', '2']}, l: {L: [{N: '1'}]},"
                + " m: {M: {k: {L: [{S: 'x'}, {S: 'b'}]}}}, z: {NULL: true}}");
    }

    /// All values are used, so that none is refused for being idle.
    private static String check(String condition) {
        return "{Item: {p: {S: 'a'}, n: {N: '1'}, s: {S: 'text'}, ns: {NS: ['1', '2']}, l: {L: [{N: '1'}]},"
                + " m: {M: {k: {L: [{S: 'x'}, {S: 'b'}]}}}, z: {NULL: true}}, ExpressionAttributeValues: " + VALUES
                + ", ConditionExpression: '(" + condition
                + ") AND NOT absent IN (:1, :2, :b, :text, :te, :set, :N, :list)'}";
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "n = :1", "n <> :2", "n <> :b", "absent <> :1", "n < :2", "n <= :1", "n BETWEEN :1 AND :2", "n IN (:b, :1)",
        "ns = :set",
        "l = :list", "attribute_exists(m.k[1])", "attribute_not_exists(m.k[2])", "attribute_type(n, :N)",
        "begins_with(s, :te)", "contains(s, :te)", "contains(ns, :2)", "contains(m.k, :b)", "size(m.k) = :2",
        "size(s) > :2",
        "NOT n = :2 AND n = :1 OR n = :2", "NOT (n = :1 AND n = :2)", "m.k[1] = :b", "s = :text AND :2 > n"
    })
    void holds(String condition) {
        TABLE.call("PutItem", check(condition));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "n = :2", "n = :b", "absent = :1", "absent < :1", "n < :b", "NOT n = :1", "begins_with(n, :te)",
        "contains(m, :b)",
        "size(n) = :1", "attribute_exists(absent.k)", "m.k[2] = :b", "n = :1 AND n = :2", "z = :1", "n IN (:b, :2)"
    })
    void doesNotHold(String condition) {
        assertThat(TABLE.refused("PutItem", check(condition)))
                .hasToString("ConditionalCheckFailedException: The conditional request failed");
    }

    @Test
    void theRefusalBringsTheItemToWhoeverAsks() {
        Refusal refusal =
                TABLE.refused("DeleteItem", "{Key: {p: {S: 'a'}}, ConditionExpression: 'attribute_exists(absent)',"
                        + " ReturnValuesOnConditionCheckFailure: 'ALL_OLD'}");

        assertThat(refusal.code()).isEqualTo("ConditionalCheckFailedException");
        assertThat(refusal.body().at("/Item/n")).isEqualTo(Json.json("{N: '1'}"));
    }

    @Test
    void aConditionOnWhatIsNotThereIsJudgedToo() {
        assertThat(TABLE.refused("DeleteItem", "{Key: {p: {S: 'none'}}, ConditionExpression: 'attribute_exists(p)'}")
                .code())
                .isEqualTo("ConditionalCheckFailedException");
        TABLE.call("DeleteItem", "{Key: {p: {S: 'none'}}, ConditionExpression: 'attribute_not_exists(p)'}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                              | The expression can not be empty;
            ((a = :v))                      | The expression has redundant parentheses;
            f(a, :v)                        | Invalid function name; function: f
            size(a)                         | The function is not allowed to be used this way in an expression; function: size
            name = :v                       | Attribute name is a reserved keyword; reserved keyword: name
            #n = :v                         | An expression attribute name used in the document path is not defined; attribute name: #n
            a = :w                          | An expression attribute value used in expression is not defined; attribute value: :w
            begins_with(a)                  | Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1
            a = a                           | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]
            attribute_exists(:v)            | Operator or function requires a document path; operator or function: attribute_exists
            begins_with(a, :v)              | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N
            list_append(a, :v)              | The function is not allowed in a condition expression; function: list_append
            a[99999999999999] = :v          | List index is not within the allowable range; index: [99999999999999]
            """)
    void whatIsNoConditionIsRefused(String condition, String message) {
        assertThat(TABLE.refused(
                "PutItem",
                "{Item: {p: {S: 'x'}}, ConditionExpression: '" + condition
                        + "', ExpressionAttributeValues: {':v': {N: '1'}}}"))
                .hasToString("ValidationException: Invalid ConditionExpression: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = ", "a", ":v", "a == :v", "a = :v AND", "a[:v] = :v", "a[-1] = :v", "_a = :v",
        "a..b = :v"})
    void syntaxErrorsSayWhere(String condition) {
        assertThat(TABLE.refused(
                "PutItem",
                "{Item: {p: {S: 'x'}}, ConditionExpression: '" + condition
                        + "', ExpressionAttributeValues: {':v': {N: '1'}}}"))
                .asString()
                .startsWith("ValidationException: Invalid ConditionExpression: Syntax error; token: ");
    }

    @Test
    void whatIsNotUsedIsRefused() {
        assertThat(TABLE.refused(
                "PutItem",
                "{Item: {p: {S: 'x'}}, ConditionExpression: 'attribute_exists(a)',"
                        + " ExpressionAttributeNames: {'#n': 'a'}}"))
                .hasToString("ValidationException: Value provided in ExpressionAttributeNames unused in expressions:"
                        + " keys: {#n}");
        assertThat(TABLE.refused("PutItem", "{Item: {p: {S: 'x'}}, ExpressionAttributeValues: {':v': {N: '1'}}}"))
                .hasToString("ValidationException: ExpressionAttributeValues can only be specified when using"
                        + " expressions: ConditionExpression is null");
    }

    @Test
    void expressionsHave4KibibytesAnd300OperatorsAtMost() {
        String name = "a".repeat(4096 - "attribute_exists()".length());

        assertThat(TABLE.refused(
                "DeleteItem", "{Key: {p: {S: 'x'}}, ConditionExpression: 'attribute_exists(" + name + "a)'}"))
                .hasToString(
                        "ValidationException: Invalid ConditionExpression: Expression size has exceeded the maximum"
                                + " allowed size; expression size: 4097");
        assertThat(TABLE.refused(
                "DeleteItem",
                "{Key: {p: {S: 'x'}}, ConditionExpression: '" + "NOT ".repeat(301) + "attribute_exists(a)'}"))
                .hasToString("ValidationException: Invalid ConditionExpression: The expression contains too many"
                        + " operators; operator count: 301");
    }
}
