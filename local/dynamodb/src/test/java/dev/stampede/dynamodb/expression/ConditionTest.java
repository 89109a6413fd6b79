package dev.stampede.dynamodb.expression;

import static dev.stampede.dynamodb.expression.Given.condition;
import static dev.stampede.dynamodb.expression.Given.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.dynamodb.value.AttributeValue;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final Map<String, AttributeValue> ITEM =
            item("""
                    {n: {N: '5'}, ten: {N: '10'}, s: {S: 'hello'}, bytes: {B: 'aGkgdGhlcmU='}, flag: {BOOL: true}, nothing: {NULL: true},
                     many: {L: [{N: '2'}, {S: 'dog'}, {SS: ['a', 'b']}]}, doc: {M: {x: {N: '1'}, y: {M: {z: {S: 'deep'}}}}},
                     texts: {SS: ['a', 'b']}, numbers: {NS: ['1', '2.50']}, binaries: {BS: ['aGk=', 'aG8=']}}""");

    private static boolean holds(String text) {
        return holds(text, "");
    }

    private static boolean holds(String text, String values) {
        return condition(text, values).test(ITEM);
    }

    @Nested
    class Comparisons {

        @Test
        void numbersAreComparedByValueNotByHowTheyAreWritten() {
            assertThat(holds("n = :v", "{':v': {N: '5.00'}}")).isTrue();
            assertThat(holds("ten = :v", "{':v': {N: '1e1'}}")).isTrue();
            assertThat(holds("n < ten")).isTrue();
            assertThat(holds("ten <= n")).isFalse();
        }

        @Test
        void valuesOfDifferentTypesAreUnequalAndHaveNoOrder() {
            assertThat(holds("n = :v", "{':v': {S: '5'}}")).isFalse();
            assertThat(holds("n <> :v", "{':v': {S: '5'}}")).isTrue();
            assertThat(holds("n < :v", "{':v': {S: '6'}}")).isFalse();
            assertThat(holds("n >= :v", "{':v': {S: '6'}}")).isFalse();
        }

        @Test
        void whatIsMissingIsOnlyUnequal() {
            assertThat(holds("gone = :v", "{':v': {S: '5'}}")).isFalse();
            assertThat(holds("gone <> :v", "{':v': {S: '5'}}")).isTrue();
            assertThat(holds("gone = away")).isFalse();
            assertThat(holds("gone <> away")).isTrue();
            assertThat(holds("gone < n")).isFalse();
            assertThat(holds("gone between n and ten")).isFalse();
            assertThat(holds("gone in (away)")).isFalse();
        }

        @Test
        void setsAreEqualInAnyOrderAndListsOnlyInTheirOwn() {
            assertThat(holds("texts = :v", "{':v': {SS: ['b', 'a']}}")).isTrue();
            assertThat(holds("numbers = :v", "{':v': {NS: ['2.5', '1.0']}}")).isTrue();
            assertThat(holds("many = :v", "{':v': {L: [{N: '2'}, {S: 'dog'}, {SS: ['b', 'a']}]}}"))
                    .isTrue();
            assertThat(holds("many = :v", "{':v': {L: [{S: 'dog'}, {N: '2'}, {SS: ['b', 'a']}]}}"))
                    .isFalse();
            assertThat(holds("doc = :v", "{':v': {M: {y: {M: {z: {S: 'deep'}}}, x: {N: '1.0'}}}}"))
                    .isTrue();
        }

        @Test
        void textsAreOrderedByTheirUtf8BytesNotByJavasChars() {
            // U+FF5E is before U+1F600, whose first char in Java is the lower one.
            assertThat(holds(":a < :b", "{':a': {S: '\uff5e'}, ':b': {S: '\ud83d\ude00'}}"))
                    .isTrue();
            assertThat(holds(":a > :b", "{':a': {S: '\ud83d\ude00'}, ':b': {S: '\uff5e'}}"))
                    .isTrue();
            assertThat(holds(":a < :b", "{':a': {S: 'ab'}, ':b': {S: 'abc'}}")).isTrue();
        }

        @Test
        void binaryIsOrderedAsUnsignedBytes() {
            assertThat(holds(":a < :b", "{':a': {B: 'fw=='}, ':b': {B: '/w=='}}")).isTrue();
        }

        @Test
        void betweenIncludesItsBounds() {
            assertThat(holds("n between :a and :b", "{':a': {N: '5'}, ':b': {N: '5'}}"))
                    .isTrue();
            assertThat(holds("n BETWEEN n AND ten")).isTrue();
            assertThat(holds("ten between n and n")).isFalse();
        }

        @Test
        void inIsEqualityWithOneOfThem() {
            assertThat(holds("n in (s, :b, ten)", "{':b': {N: '5.0'}}")).isTrue();
            assertThat(holds("n IN (s, ten)")).isFalse();
        }

        @Test
        void pathsLeadIntoMapsAndLists() {
            assertThat(holds("doc.y.z = :v", "{':v': {S: 'deep'}}")).isTrue();
            assertThat(holds("many[1] = :v", "{':v': {S: 'dog'}}")).isTrue();
            assertThat(holds("attribute_exists(many[3])")).isFalse();
            assertThat(holds("attribute_exists(many.a)")).isFalse();
            assertThat(holds("attribute_exists(doc[0])")).isFalse();
            assertThat(holds("(doc).y.z = :v", "{':v': {S: 'deep'}}")).isTrue();
        }
    }

    @Nested
    class Functions {

        @Test
        void existenceIsAskedOfAnyPath() {
            assertThat(holds("attribute_exists (nothing)")).isTrue();
            assertThat(holds("attribute_not_exists(doc.gone)")).isTrue();
            assertThat(holds("attribute_not_exists(doc.x)")).isFalse();
        }

        @Test
        void typesAreAskedOfPathsAndOfValues() {
            assertThat(holds("attribute_type(texts, :t)", "{':t': {S: 'SS'}}")).isTrue();
            assertThat(holds("attribute_type(flag, :t)", "{':t': {S: 'BOOL'}}")).isTrue();
            assertThat(holds("attribute_type(:t, :t)", "{':t': {S: 'S'}}")).isTrue();
            assertThat(holds("attribute_type(gone, :t)", "{':t': {S: 'S'}}")).isFalse();
        }

        @Test
        void beginningsAreOfTextsAndBinary() {
            assertThat(holds("begins_with(s, :v)", "{':v': {S: 'hell'}}")).isTrue();
            assertThat(holds("begins_with(bytes, :v)", "{':v': {B: 'aGk='}}")).isTrue();
            assertThat(holds("begins_with(s, bytes)")).isFalse();
            assertThat(holds("begins_with(n, n2)")).isFalse();
        }

        @Test
        void containsMeansAPartOrAnElement() {
            assertThat(holds("contains(s, :v)", "{':v': {S: 'ell'}}")).isTrue();
            assertThat(holds("contains(bytes, :v)", "{':v': {B: 'dGhl'}}")).isTrue();
            assertThat(holds("contains(texts, :v)", "{':v': {S: 'a'}}")).isTrue();
            assertThat(holds("contains(numbers, :v)", "{':v': {N: '2.5'}}")).isTrue();
            assertThat(holds("contains(binaries, :v)", "{':v': {B: 'aG8='}}")).isTrue();
            assertThat(holds("contains(many, :v)", "{':v': {SS: ['b', 'a']}}")).isTrue();
            assertThat(holds("contains(doc, :v)", "{':v': {S: 'x'}}")).isFalse();
            assertThat(holds("contains(texts, :v)", "{':v': {SS: ['a']}}")).isFalse();
        }

        @Test
        void sizeCountsCharactersBytesOrElements() {
            assertThat(holds("size(s) = n")).isTrue();
            assertThat(holds("size(:v) = :n", "{':v': {S: 'h\u00e9'}, ':n': {N: '2'}}"))
                    .isTrue();
            assertThat(holds("size(bytes) = :n", "{':n': {N: '8'}}")).isTrue();
            assertThat(holds("size(doc) = size(texts)")).isTrue();
            assertThat(holds("(size(many)) > :n", "{':n': {N: '2'}}")).isTrue();
        }

        @Test
        void whatHasNoSizeIsNeitherEqualNorUnequal() {
            assertThat(holds("size(n) = :n", "{':n': {N: '1'}}")).isFalse();
            assertThat(holds("size(n) <> :n", "{':n': {N: '1'}}")).isFalse();
            assertThat(holds("size(gone) <> :n", "{':n': {N: '1'}}")).isFalse();
        }
    }

    @Nested
    class Logic {

        @Test
        void notBindsMoreThanAndAndAndMoreThanOr() {
            assertThat(holds("n < ten OR n > ten AND n > ten")).isTrue();
            assertThat(holds("(n < ten OR n > ten) AND n > ten")).isFalse();
            assertThat(holds("NOT n > ten AND n < ten")).isTrue();
            assertThat(holds("NOT (n > ten OR n < ten)")).isFalse();
            assertThat(holds("not not n < ten")).isTrue();
        }

        @Test
        void aBetweensAndIsNotTheAndOfTwoConditions() {
            assertThat(holds("n between n and ten and s = s2 or flag = flag2 or ten between n and ten"))
                    .isTrue();
        }

        @Test
        void keywordsMayBeWrittenInAnyCase() {
            assertThat(holds("nOt n > ten aNd n bEtween n And ten Or n iN (ten)"))
                    .isTrue();
        }
    }

    @Test
    void tellsWhichAttributesItLooksAtAndIntoWhich() {
        Condition condition = condition("a = :v AND (b.c < d[1] OR NOT size(e) = :v)", "{':v': {N: '1'}}");
        assertThat(condition.attributes()).containsExactly("a", "b", "d", "e");
        assertThat(condition.nested()).containsExactly("b", "d");
    }
}
