package dev.stampede.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.value.AttributeValue.N;
import dev.stampede.dynamodb.value.AttributeValue.S;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyConditionTest {

    private static final KeySchema SCHEMA =
            new KeySchema(new KeyAttribute("p", "S"), Optional.of(new KeyAttribute("c", "N")));
    private static final KeySchema HASH_ONLY = new KeySchema(new KeyAttribute("p", "S"), Optional.empty());
    private static final String VALUES = "{':p': {S: 'x'}, ':c': {N: '5'}, ':d': {N: '7'}}";
    private static final N FIVE = new N(new BigDecimal("5"));
    private static final N SEVEN = new N(new BigDecimal("7"));

    private static KeyCondition read(String text) {
        return read(text, SCHEMA);
    }

    private static KeyCondition read(String text, KeySchema schema) {
        return Given.expressions("KeyConditionExpression", text, "{'#unused': 'x'}", VALUES)
                .keyCondition(schema);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text)).as(text).hasMessage(message);
    }

    @Test
    void findsThePartitionAndTheRangeInAnyOrder() {
        KeyCondition expected =
                new KeyCondition(new S("x"), Optional.of(new RangeCondition.Comparison(Comparator.GE, FIVE)));
        assertThat(read("p = :p AND c >= :c")).isEqualTo(expected);
        assertThat(read("(c >= :c) and (p = :p)")).isEqualTo(expected);
        assertThat(read("p = :p").ranges()).isEmpty();
        assertThat(read("p = :p and c between :c and :d").ranges())
                .contains(new RangeCondition.Between(FIVE, SEVEN));
    }

    @Test
    void turnsAComparisonRoundWhoseValueComesFirst() {
        assertThat(read(":p = p AND :c < c").ranges())
                .contains(new RangeCondition.Comparison(Comparator.GT, FIVE));
    }

    @Test
    void rangesHoldOfKeysByTheirOrder() {
        assertThat(new RangeCondition.Comparison(Comparator.LT, SEVEN).test(FIVE)).isTrue();
        assertThat(new RangeCondition.Between(FIVE, SEVEN).test(SEVEN)).isTrue();
        assertThat(new RangeCondition.BeginsWith(new S("ab")).test(new S("abc"))).isTrue();
        assertThat(new RangeCondition.BeginsWith(new S("ab")).test(new S("ba"))).isFalse();
    }

    @Test
    void refusesWhatCouldBeSaidOfNoKey() {
        String operator = "Invalid operator used in KeyConditionExpression: ";
        refused("p = :p OR c = :c", operator + "OR");
        refused("NOT p = :p", operator + "NOT");
        refused("p in (:p)", operator + "IN");
        refused("p <> :p", operator + "<>");
        refused("p = :p AND attribute_exists(c)", operator + "attribute_exists");
        refused("contains(p, :p)", operator + "contains");
        refused("size(p) = :c", "KeyConditionExpressions cannot contain nested operations");
        String condition = "Invalid condition in KeyConditionExpression: ";
        refused(":c between c and :d", condition + "BETWEEN operator must have the key attribute as its first operand");
        refused("begins_with(:p, p)",
                condition + "begins_with operator must have the key attribute as its first operand");
        refused("p = c", condition + "Multiple attribute names used in one condition");
        refused(":c = :d", condition + "No key attribute specified");
        refused("p.a = :p", "KeyConditionExpressions cannot have conditions on nested attributes");
        refused("c > :c AND p = :p AND c < :d", "KeyConditionExpressions must only contain one condition per key");
        refused("p = :p AND c = :c AND d = :d", "Conditions can be of length 1 or 2 only");
        refused("p = ", "Invalid KeyConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"");
    }

    @Test
    void refusesWhatDoesNotFitTheKey() {
        refused("p > :p", "Query key condition not supported");
        refused("c = :c", "Query condition missed key schema element: p");
        refused("p = :p AND d = :d", "Query condition missed key schema element: c");
        refused("p = :p AND c = :p",
                "One or more parameter values were invalid: Condition parameter type does not match"
                        + " schema type");
        refused("p = :c",
                "One or more parameter values were invalid: Condition parameter type does not match schema type");
        assertThatThrownBy(() -> read("p = :p AND c = :c", HASH_ONLY)).hasMessage("Query key condition not supported");
    }

    @Test
    void aKeyOfSeveralAttributesIsSoughtFromTheLeft() {
        KeySchema schema = new KeySchema(
                List.of(new KeyAttribute("p", "S"), new KeyAttribute("q", "S")),
                List.of(new KeyAttribute("c", "N"), new KeyAttribute("d", "N")));
        RangeCondition five = new RangeCondition.Comparison(Comparator.EQ, FIVE);
        RangeCondition less = new RangeCondition.Comparison(Comparator.LT, SEVEN);

        assertThat(read("d < :d AND p = :p AND c = :c AND q = :p", schema))
                .isEqualTo(new KeyCondition(List.of(new S("x"), new S("x")), List.of(five, less)));
        assertThat(read("q = :p AND p = :p", schema).ranges()).isEmpty();
        assertThatThrownBy(() -> read("p = :p", schema)).hasMessageContaining("every HASH key attribute");
        assertThatThrownBy(() -> read("p = :p AND q > :p", schema)).hasMessageContaining("every HASH key attribute");
        assertThatThrownBy(() -> read("p = :p AND q = :p AND d = :d", schema)).hasMessageContaining("without a gap");
        assertThatThrownBy(() -> read("p = :p AND q = :p AND c > :c AND d = :d", schema))
                .hasMessageContaining("RANGE key attributes");
    }

    @Test
    void itsFormIsSeenBeforeItsKeys() {
        Expressions expressions = Given.expressions("KeyConditionExpression", "p = :p OR c = :c", "", VALUES);
        assertThat(expressions.condition("KeyConditionExpression")).isPresent();
        assertThatThrownBy(expressions::keyTerms).hasMessageContaining("OR");
    }
}
