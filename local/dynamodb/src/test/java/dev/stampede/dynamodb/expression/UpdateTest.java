package dev.stampede.dynamodb.expression;

import static dev.stampede.dynamodb.expression.Given.item;
import static dev.stampede.dynamodb.expression.Given.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UpdateTest {

    private static void becomes(String before, String text, String values, String after) {
        Map<String, AttributeValue> item = item(before);
        assertThat(update(text, values).apply(item)).isEqualTo(item(after));
        assertThat(item).as("what was there before").isEqualTo(item(before));
    }

    private static void refused(String before, String text, String values, String message) {
        assertThatThrownBy(() -> update(text, values).apply(item(before)))
                .isInstanceOf(DynamoDbException.class)
                .hasMessage(message);
    }

    private static final String MISSING =
            "The provided expression refers to an attribute that does not exist in the item";
    private static final String WRONG_TYPE = "An operand in the update expression has an incorrect data type";
    private static final String INVALID_PATH =
            "The document path provided in the update expression is invalid for update";
    private static final String OVERFLOW =
            "Number overflow. Attempting to store a number with magnitude larger than supported range";

    @Nested
    class Setting {

        @Test
        void allRightSidesReadTheOldItem() {
            becomes("{a: {N: '1'}, b: {N: '2'}}", "SET a = b, b = a", "", "{a: {N: '2'}, b: {N: '1'}}");
            becomes("{a: {N: '1'}}", "SET b = a REMOVE a", "", "{b: {N: '1'}}");
        }

        @Test
        void addsAndSubtracts() {
            becomes("{a: {N: '7'}}", "SET a = a - :v", "{':v': {N: '10'}}", "{a: {N: '-3'}}");
            becomes("{a: {N: '7'}}", "SET a = (a + :v)", "{':v': {N: '0.5'}}", "{a: {N: '7.5'}}");
            becomes("{a: {N: '95'}}", "SET a = a + :v", "{':v': {N: '5'}}", "{a: {N: '100'}}");
            becomes("{a: {N: '5'}}", "SET a = a - :v", "{':v': {N: '5'}}", "{a: {N: '0'}}");
        }

        @Test
        void sumsBeyondTheRangeOrThePrecisionOverflow() {
            refused("{a: {N: '9e125'}}", "SET a = a + a", "", OVERFLOW);
            refused("{a: {N: '1e50'}}", "SET a = a + :v", "{':v': {N: '1'}}", OVERFLOW);
        }

        @Test
        void defaultsAndListsMayBeNested() {
            becomes("{p: {S: 'x'}}", "SET a = if_not_exists(a, :z) + :v", "{':z': {N: '0'}, ':v': {N: '2'}}",
                    "{p: {S: 'x'}, a: {N: '2'}}");
            becomes("{a: {L: [{N: '1'}]}}", "SET a = list_append(if_not_exists(a, :e), :v)",
                    "{':e': {L: []}, ':v': {L: [{N: '2'}]}}", "{a: {L: [{N: '1'}, {N: '2'}]}}");
            becomes("{a: {L: [{N: '1'}]}}", "SET a = list_append(:v, a)", "{':v': {L: [{N: '2'}]}}",
                    "{a: {L: [{N: '2'}, {N: '1'}]}}");
            becomes("{c: {N: '3'}}", "SET a = if_not_exists(a, if_not_exists(b, c))", "", "{c: {N: '3'}, a: {N: '3'}}");
        }

        @Test
        void operandsMustBeThereAndOfTheRightType() {
            refused("{a: {N: '1'}}", "SET b = gone", "", MISSING);
            refused("{a: {N: '1'}}", "SET b = a + gone", "", MISSING);
            refused("{a: {S: '1'}}", "SET b = a + :v", "{':v': {N: '1'}}", WRONG_TYPE);
            refused("{a: {S: '1'}}", "SET b = list_append(a, :v)", "{':v': {L: []}}", WRONG_TYPE);
        }
    }

    @Nested
    class Places {

        @Test
        void setsWithinMapsAndLists() {
            becomes("{a: {M: {b: {L: [{N: '1'}, {M: {c: {N: '2'}}}]}}}}", "SET a.b[1].c = :v, a.d = :v",
                    "{':v': {S: 'x'}}",
                    "{a: {M: {b: {L: [{N: '1'}, {M: {c: {S: 'x'}}}]}, d: {S: 'x'}}}}");
        }

        @Test
        void theParentOfAPlaceMustBeThereAndOfItsKind() {
            for (String path : new String[]{"gone.c", "gone[0]", "s.c", "s[0]", "many.c", "doc[0]", "doc.gone.c",
                "many[9].c"}) {
                String item = "{s: {S: 'x'}, many: {L: []}, doc: {M: {}}}";
                refused(item, "SET " + path + " = :v", "{':v': {N: '1'}}", INVALID_PATH);
                refused(item, "REMOVE " + path, "", INVALID_PATH);
            }
        }

        @Test
        void whatIsSetBehindTheEndOfAListIsAppendedInTheOrderOfTheIndexes() {
            becomes("{a: {L: [{N: '0'}]}}", "SET a[84] = :d, a[37] = :b, a[17] = :a, a[50] = :c",
                    "{':a': {S: 'a'}, ':b': {S: 'b'}, ':c': {S: 'c'}, ':d': {S: 'd'}}",
                    "{a: {L: [{N: '0'}, {S: 'a'}, {S: 'b'}, {S: 'c'}, {S: 'd'}]}}");
        }

        @Test
        void indexesAreThoseBeforeTheUpdate() {
            becomes("{a: {L: [{N: '2'}, {N: '3'}, {N: '4'}, {N: '5'}]}}", "REMOVE a[1] SET a[3] = :v",
                    "{':v': {N: '17'}}",
                    "{a: {L: [{N: '2'}, {N: '4'}, {N: '17'}]}}");
            becomes("{a: {L: [{N: '2'}, {N: '3'}]}}", "REMOVE a[1], a[0], a[7]", "", "{a: {L: []}}");
        }

        @Test
        void removingWhatIsNotThereChangesNothing() {
            becomes("{a: {M: {x: {N: '1'}}}}", "REMOVE a.y, b", "", "{a: {M: {x: {N: '1'}}}}");
            becomes("{a: {M: {x: {N: '1'}}}}", "REMOVE a.x", "", "{a: {M: {}}}");
        }

        @Test
        void removingFromNoItemIsNoErrorAndMakesNone() {
            Update update = update("REMOVE a.b, c[1]", "");
            assertThat(update.create(item("{p: {S: 'x'}}"))).isEqualTo(item("{p: {S: 'x'}}"));
            assertThat(update.creates()).isFalse();
            assertThat(update("REMOVE a SET b = :v", "{':v': {N: '1'}}").creates()).isTrue();
        }

        @Test
        void valuesMayNotLieDeeperThanThirtyTwoLevels() {
            String deepest = "{L: [".repeat(32) + "{N: '1'}" + "]}".repeat(32);
            becomes("{p: {S: 'x'}}", "SET a = :v", "{':v': " + deepest + "}", "{p: {S: 'x'}, a: " + deepest + "}");
            refused("{a: {M: {}}}", "SET a.b = :v", "{':v': " + deepest + "}",
                    "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond"
                            + " supported limit");
        }
    }

    @Nested
    class AddingAndDeleting {

        @Test
        void addsToNumbersOfWhichAMissingOneIsZero() {
            becomes("{a: {N: '1'}}", "ADD a :v, b :v", "{':v': {N: '2'}}", "{a: {N: '3'}, b: {N: '2'}}");
        }

        @Test
        void addsElementsToSetsAndTakesThemOut() {
            becomes("{a: {SS: ['x']}}", "ADD a :v", "{':v': {SS: ['x', 'y']}}", "{a: {SS: ['x', 'y']}}");
            becomes("{a: {NS: ['1', '2.0']}}", "DELETE a :v", "{':v': {NS: ['2']}}", "{a: {NS: ['1']}}");
            becomes("{p: {N: '1'}, a: {NS: ['1']}}", "DELETE a :v, b :v", "{':v': {NS: ['1']}}", "{p: {N: '1'}}");
            becomes("{a: {M: {b: {BS: ['aGk=']}}}}", "ADD a.b :v", "{':v': {BS: ['aG8=']}}",
                    "{a: {M: {b: {BS: ['aGk=', 'aG8=']}}}}");
        }

        @Test
        void whatIsThereMustBeOfTheSameType() {
            refused("{a: {S: '1'}}", "ADD a :v", "{':v': {N: '2'}}", WRONG_TYPE);
            refused("{a: {SS: ['1']}}", "ADD a :v", "{':v': {NS: ['2']}}", WRONG_TYPE);
            refused("{a: {N: '1'}}", "DELETE a :v", "{':v': {NS: ['2']}}", WRONG_TYPE);
        }
    }

    @Nested
    class Touched {

        @Test
        void showsOnlyThePlacesWrittenInTheirStructure() {
            Map<String, AttributeValue> before =
                    item("{p: {S: 'k'}, a: {M: {b: {N: '1'}, c: {L: [{N: '1'}, {N: '2'}, {N: '3'}]}}}}");
            Update update = update("SET a.b = :v, a.c[100] = :v, d = :v REMOVE a.c[1]", "{':v': {N: '9'}}");
            assertThat(update.touched(before)).isEqualTo(item("{a: {M: {b: {N: '1'}, c: {L: [{N: '2'}]}}}}"));
            assertThat(update.touched(update.apply(before)))
                    .isEqualTo(item("{a: {M: {b: {N: '9'}, c: {L: [{N: '3'}]}}}, d: {N: '9'}}"));
        }

        @Test
        void namesTheAttributesThatItWrites() {
            Update update = update("SET a.b = c REMOVE d ADD e :v DELETE f :w", "{':v': {N: '1'}, ':w': {NS: ['1']}}");
            assertThat(update.attributes()).containsExactly("a", "d", "e", "f");
            assertThat(update.nested()).containsExactly("a");
        }
    }

    @Test
    void theResultIsWrittenInOneForm() {
        Map<String, AttributeValue> after =
                update("SET a = a + :v", "{':v': {N: '0.50'}}").apply(item("{a: {N: '99.5'}}"));
        assertThat(ValueJson.write(after)).hasToString("{\"a\":{\"N\":\"100\"}}");
    }
}
