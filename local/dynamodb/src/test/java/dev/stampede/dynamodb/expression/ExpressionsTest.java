package dev.stampede.dynamodb.expression;

import static dev.stampede.dynamodb.expression.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExpressionsTest {

    private static void refused(String request, String message, String... withValues) {
        assertThatThrownBy(() -> Expressions.of(json(request), withValues)).as(request).hasMessage(message);
    }

    @Test
    void namesAndValuesComeWithExpressions() {
        refused("{ExpressionAttributeNames: {'#a': 'a'}}",
                "ExpressionAttributeNames can only be specified when using expressions");
        refused("{ExpressionAttributeValues: {':a': {S: ''}}}",
                "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and"
                        + " ConditionExpression are null",
                "UpdateExpression", "ConditionExpression");
        refused("{ProjectionExpression: 'a', ExpressionAttributeValues: {}}",
                "ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null",
                "FilterExpression");
    }

    @Test
    void namesAndValuesHaveTheirSigns() {
        String with = "{ConditionExpression: 'a = b', ";
        refused(with + "ExpressionAttributeNames: {}}", "ExpressionAttributeNames must not be empty");
        refused(with + "ExpressionAttributeNames: {a: 'a'}}",
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"");
        refused(with + "ExpressionAttributeNames: {'#a-b': 'a'}}",
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#a-b\"");
        refused(with + "ExpressionAttributeNames: {'#a': ''}}",
                "ExpressionAttributeNames contains invalid value: Empty attribute name for key #a");
        refused(with + "ExpressionAttributeValues: {}}", "ExpressionAttributeValues must not be empty");
        refused(with + "ExpressionAttributeValues: {':': {S: 'a'}}}",
                "ExpressionAttributeValues contains invalid key: Syntax error; key: \":\"");
        refused(with + "ExpressionAttributeValues: {':b': {N: 'x'}}}",
                "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x"
                        + " for key :b");
        refused(with + "ExpressionAttributeValues: {':b': {S: 5}}}", "NUMBER_VALUE cannot be converted to String");
    }

    @Test
    void namesHaveUpTo65535Bytes() {
        String request = "{ProjectionExpression: '#a', ExpressionAttributeNames: {'#a': '%s'}}";
        assertThatCode(() -> Expressions.of(json(request.formatted("a".repeat(65_535))))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Expressions.of(json(request.formatted("a".repeat(65_536)))))
                .hasMessageContaining("65535");
    }

    @Test
    void everyNameAndEveryValueIsUsedSomewhere() {
        Expressions expressions = Expressions.of(
                json("""
                        {ConditionExpression: 'attribute_exists(#a) OR b = :b', UpdateExpression: 'SET c = :c', ProjectionExpression: 'd',
                         ExpressionAttributeNames: {'#a': 'a', '#d': 'd', '#e': 'e'}, ExpressionAttributeValues: {':b': {N: '1'}, ':c': {N: '2'}}}"""));
        assertThat(expressions.update()).isPresent();
        assertThat(expressions.condition("ConditionExpression")).isPresent();
        assertThat(expressions.condition("FilterExpression")).isEmpty();
        assertThat(expressions.projection()).isPresent();
        assertThatThrownBy(expressions::requireAllUsed)
                .hasMessage("Value provided in ExpressionAttributeNames unused in expressions: keys: {#d, #e}");
    }

    @Test
    void valuesThatNoExpressionNamesAreRefused() {
        Expressions expressions = Given.expressions(
                "ConditionExpression", "a = :b", "", "{':a': {N: '1'}, ':b': {N: '1'}, ':c': {N: '1'}}");
        assertThat(expressions.condition("ConditionExpression")).isPresent();
        assertThatThrownBy(expressions::requireAllUsed)
                .hasMessage("Value provided in ExpressionAttributeValues unused in expressions: keys: {:a, :c}");
    }
}
