package dev.stampede.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConditionRefusalTest {

    private static void refused(String text, String values, String message) {
        assertThatThrownBy(() -> Given.condition(text, values))
                .as(text)
                .isInstanceOfSatisfying(
                        DynamoDbException.class, e -> assertThat(e.code()).isEqualTo("ValidationException"))
                .hasMessage("Invalid ConditionExpression: " + message);
    }

    private static void syntaxError(String text, String token) {
        assertThatThrownBy(() -> Given.condition(text, "{':v': {S: 'a'}}"))
                .as(text)
                .hasMessageStartingWith(
                        "Invalid ConditionExpression: Syntax error; token: \"" + token + "\", near: \"");
    }

    private static final String ONE = "{':v': {N: '1'}}";

    @Nested
    class Syntax {

        @Test
        void tellsTheTokenThatCannotStandThereAndItsNeighbours() {
            refused("a = = :v", ONE, "Syntax error; token: \"=\", near: \"= = :v\"");
            refused("a = :v b", ONE, "Syntax error; token: \"b\", near: \":v b\"");
            refused("a = ", ONE, "Syntax error; token: \"<EOF>\", near: \"=\"");
            refused("a-b = :v", ONE, "Syntax error; token: \"-\", near: \"a-b\"");
            refused("a = 'x'", ONE, "Syntax error; token: \"'\", near: \"= '\"");
        }

        @Test
        void pathsAndValuesAloneAreNoConditions() {
            syntaxError("a", "<EOF>");
            syntaxError(":v", "<EOF>");
            syntaxError("NOT a", "<EOF>");
            syntaxError("a AND :v", "AND");
            syntaxError("(a)", "<EOF>");
            syntaxError("a = :v OR NOT :v", "<EOF>");
        }

        @Test
        void namesBeginWithALetter() {
            syntaxError("_a = :v", "_");
            syntaxError("1a = :v", "1");
            syntaxError("# = :v", "#");
            syntaxError("a.1b = :v", "1");
        }

        @Test
        void indexesAreDigits() {
            syntaxError("a[:v] = :v", ":v");
            syntaxError("a[#v] = :v", "#v");
            syntaxError("a[-1] = :v", "-");
            syntaxError("a[] = :v", "]");
            refused("a[99999999999999] = :v", ONE,
                    "List index is not within the allowable range; index: [99999999999999]");
        }

        @Test
        void callsAreNoPaths() {
            syntaxError("size(a).b = :v", ".");
            syntaxError("(size(a))[0] = :v", "[");
        }

        @Test
        void whatIsComparedIsNoCondition() {
            syntaxError("a = (b = :v)", "<EOF>");
            syntaxError("(a = b) = :v", "=");
            syntaxError("a between b and c = d", "=");
            syntaxError("a in ()", ")");
            syntaxError("a in (b,)", ")");
            syntaxError("contains()", ")");
        }

        @Test
        void keywordsAreNoNames() {
            syntaxError("and = :v", "and");
            syntaxError("a.not = :v", "not");
        }
    }

    @Nested
    class BeforePlaceholdersAreLookedUp {

        @Test
        void doubledParenthesesAreRedundantAroundAnything() {
            String message = "The expression has redundant parentheses;";
            refused("((a = :undefined))", "", message);
            refused("((a)) = :v", ONE, message);
            refused("a = ((:v))", ONE, message);
            refused("((a)).b = :v", ONE, message);
            refused("((size(a))) = :v", ONE, message);
            refused("f(((a)))", "", message);
            refused("NOT ((a = :v) AND ((b = :v)))", ONE, message);
        }

        @Test
        void singleParenthesesAreNot() {
            for (String sound : new String[]{
                "(a = :v)", "((a = :v) AND c = d)", "(c = d AND (a = :v))", "((a) = (:v))", "(a).b = (:v)",
                "((a).b) = :v",
                "(attribute_exists((a))) AND a = :v", "NOT (NOT (a = :v))", "(size((a))) in ((b), (:v))"
            }) {
                assertThatCode(() -> Given.condition(sound, ONE)).as(sound).doesNotThrowAnyException();
            }
        }

        @Test
        void unknownFunctionsAreToldBeforeReservedWords() {
            refused("f(abort)", "", "Invalid function name; function: f");
            refused("Size(a) = :undefined", "", "Invalid function name; function: Size");
        }

        @Test
        void functionsOfUpdatesAreToldFromUnknownOnes() {
            refused("list_append(a, b) = :v", ONE,
                    "The function is not allowed in a condition expression; function: list_append");
            assertThatThrownBy(() -> Given.expressions("FilterExpression", "if_not_exists(a, :v) = :v", "", ONE)
                    .condition("FilterExpression"))
                    .hasMessage("Invalid FilterExpression: The function is not allowed in a filter expression;"
                            + " function: if_not_exists");
        }

        @Test
        void onlySizeHasAValueAndSizeIsNoCondition() {
            String message = "The function is not allowed to be used this way in an expression; function: ";
            refused("attribute_exists(a) = abort", "", message + "attribute_exists");
            refused("a in (contains(b, c))", "", message + "contains");
            refused("contains(a, begins_with(b, c))", "", message + "begins_with");
            refused("size(a)", "", message + "size");
            refused("a = :v AND NOT size(a)", ONE, message + "size");
        }

        @Test
        void reservedWordsAreRefusedAsTheyAreWritten() {
            String message = "Attribute name is a reserved keyword; reserved keyword: ";
            refused("Abort = :undefined", "", message + "Abort");
            refused("a.b.tImestamp = :v", ONE, message + "tImestamp");
            refused("attribute_exists(size)", "", message + "size");
        }

        @Test
        void reservedWordsMayStandBehindAPlaceholderOrBeAPartOfAName() {
            assertThatCode(() -> Given.expressions(
                    "ConditionExpression", "#a.#b = :v AND aborted = :v", "{'#a': 'abort', '#b': 'size'}", ONE)
                    .condition("ConditionExpression"))
                    .doesNotThrowAnyException();
        }

        @Test
        void thereAreFiveHundredAndSeventyThreeReservedWords() {
            assertThat(ReservedWords.count()).isEqualTo(573);
            assertThat(ReservedWords.contain("zone")).isTrue();
            assertThat(ReservedWords.contain("ZONES")).isFalse();
        }
    }

    @Nested
    class Operands {

        @Test
        void eachPrimitiveConditionIsCheckedInTurnFromTheLeft() {
            refused("begins_with(a, :v) AND a = :undefined", ONE,
                    "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N");
            refused("a = :undefined AND begins_with(a, :v)", ONE,
                    "An expression attribute value used in expression is not defined; attribute value: :undefined");
            refused("begins_with(#undefined, :v, :gone)", ONE,
                    "An expression attribute name used in the document path is not defined; attribute name: #undefined");
        }

        @Test
        void functionsTakeTheirNumberOfOperands() {
            String message = "Incorrect number of operands for operator or function; operator or function: ";
            refused("size(a, a) = :v", ONE, message + "size, number of operands: 2");
            refused("attribute_exists(a, b)", "", message + "attribute_exists, number of operands: 2");
            refused("contains(a)", "", message + "contains, number of operands: 1");
        }

        @Test
        void aPathIsNotComparedWithItself() {
            assertThatThrownBy(() -> Given.expressions(
                    "ConditionExpression", "ab.bc[1].#a = #b.bc[1].a", "{'#a': 'a', '#b': 'ab'}", "")
                    .condition("ConditionExpression"))
                    .hasMessage(
                            "Invalid ConditionExpression: The first operand must be distinct from the remaining operands"
                                    + " for this operator or function; operator: =, first operand: [ab, bc, [1], a]");
            refused("contains(a, a)", "",
                    "The first operand must be distinct from the remaining operands for this operator"
                            + " or function; operator: contains, first operand: [a]");
            assertThatCode(() -> Given.condition(":v = :v", ONE)).doesNotThrowAnyException();
        }

        @Test
        void functionsTakeOperandsOfTheirTypes() {
            String message = "Incorrect operand type for operator or function; operator or function: ";
            refused("begins_with(:v, a)", ONE, message + "begins_with, operand type: N");
            refused("begins_with(a, size(b))", "", message + "begins_with, operand type: N");
            refused("attribute_type(a, b)", "",
                    message + "attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}");
            refused("attribute_type(a, :v)", ONE, message + "attribute_type, operand type: N");
            refused("attribute_type(a, :v)", "{':v': {S: 'DOG'}}",
                    "Invalid attribute type name found; type: DOG, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
            refused("size(:v) = a", ONE, message + "size, operand type: N");
            refused("size(size(a)) = :v", ONE, message + "size, operand type: N");
            refused("attribute_not_exists(:v)", ONE,
                    "Operator or function requires a document path; operator or function: attribute_not_exists");
        }

        @Test
        void onlyNumbersTextsAndBinaryHaveAnOrder() {
            String message = "Incorrect operand type for operator or function; operator or function: ";
            refused("a < :v", "{':v': {BOOL: true}}", message + "<, operand type: BOOL");
            refused(":v >= a", "{':v': {L: []}}", message + ">=, operand type: L");
            refused("a between :v and b", "{':v': {M: {}}}", message + "BETWEEN, operand type: M");
            assertThatCode(() -> Given.condition("a <> :v", "{':v': {M: {}}}")).doesNotThrowAnyException();
        }

        @Test
        void boundsAreOfOneTypeAndInOrder() {
            refused("a between :l and :u", "{':l': {N: '1'}, ':u': {S: 'a'}}",
                    "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand:"
                            + " AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:a}");
            refused("a between :l and :u", "{':l': {N: '10'}, ':u': {N: '9'}}",
                    "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound"
                            + " operand: AttributeValue: {N:10}, upper bound operand: AttributeValue: {N:9}");
        }
    }

    @Nested
    class Limits {

        @Test
        void anExpressionHasFourKilobytes() {
            refused("", "", "The expression can not be empty;");
            assertThatCode(() -> Given.condition("a = :v" + " ".repeat(4090), ONE)).doesNotThrowAnyException();
            refused("a = :v" + " ".repeat(4091), ONE,
                    "Expression size has exceeded the maximum allowed size; expression size: 4097");
            refused("(".repeat(20_000), ONE,
                    "Expression size has exceeded the maximum allowed size; expression size: 20000");
        }

        @Test
        void anExpressionHasThreeHundredOperators() {
            assertThatCode(() -> Given.condition("a<b " + "or (a<b ".repeat(149) + ")".repeat(149), ""))
                    .doesNotThrowAnyException();
            String message = "The expression contains too many operators; operator count: 301";
            refused("a<b " + "or (a<b ".repeat(454) + ")".repeat(454), "", message);
            refused("not ".repeat(1000) + "a<b", "", message);
            refused("a<b" + " or a<b".repeat(500), "", message);
        }

        @Test
        void aListOfAlternativesHasAHundred() {
            String hundred = IntStream.range(0, 100).mapToObj(i -> "a" + i).collect(Collectors.joining(","));
            assertThatCode(() -> Given.condition("b in (" + hundred + ")", "")).doesNotThrowAnyException();
            refused("b in (" + hundred + ", c)", "",
                    "The IN operator is provided with too many operands; number of operands: 101");
        }

        @Test
        void aPathHasThirtyTwoLevels() {
            assertThatCode(() -> Given.condition("attribute_exists(a" + ".b".repeat(31) + ")", ""))
                    .doesNotThrowAnyException();
            refused("attribute_exists(a" + "[0]".repeat(32) + ")", "",
                    "The document path has too many nesting levels; nesting levels: 33");
        }

        @Test
        void deepNestingCannotUseUpTheStack() {
            refused("(".repeat(2046) + "a<b" + ")".repeat(2046), "", "The expression has redundant parentheses;");
            refused("(".repeat(4096), "", "The expression has redundant parentheses;");
            refused("a < " + "f(".repeat(1355) + "b" + ")".repeat(1355), "", "Invalid function name; function: f");
            assertThatThrownBy(() -> Given.condition("a < " + "size(".repeat(680) + "b" + ")".repeat(680), ""))
                    .hasMessageStartingWith("Invalid ConditionExpression: ");
        }
    }
}
