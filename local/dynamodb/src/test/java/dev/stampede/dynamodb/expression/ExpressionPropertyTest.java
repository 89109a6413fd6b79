package dev.stampede.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quicktheories.QuickTheory;

/// What holds of any expression. Everything random is made of one seed, which a failure shows.
class ExpressionPropertyTest {

    private static final String VALUES = "{':v': {N: '1'}, ':s': {S: 'x'}, ':l': {L: []}, ':set': {NS: ['1']}}";
    private static final String[] VOCABULARY = {
        "a", "b", "#n", "#gone", ":v", ":s", ":l", ":set", ":gone", "abort", "(", ")", "(", ")", "[", "]", "[0]", ".",
        ",",
        "=", "<", "<=", ">", ">=", "<>", "+", "-", "and", "or", "not", "in", "between", "set", "remove", "add",
        "delete",
        "size(", "contains(", "begins_with(", "attribute_exists(", "attribute_not_exists(", "attribute_type(",
        "if_not_exists(", "list_append(", "f(", "7", "99999999999", "*", "\ud83d\ude00", "'", "_"
    };

    @Test
    void aConditionMeansWhatANaiveReaderTakesItFor() {
        examples(1000).forAll(longs().all()).checkAssert(seed -> {
            NaiveCondition naive = NaiveCondition.random(new Random(seed));
            Optional<Condition> condition = read(naive);
            condition.ifPresent(read -> assertThat(read.test(naive.item()))
                    .as("%s of %s with %s", naive.text(), naive.item(), naive.values())
                    .isEqualTo(naive.holds()));
        });
    }

    @Test
    void mostConditionsOfThatTestAreSound() {
        long sound = new Random(7)
                .longs(1000)
                .filter(seed -> read(NaiveCondition.random(new Random(seed))).isPresent())
                .count();
        assertThat(sound).isGreaterThan(500);
    }

    /// A seed has no simpler neighbours, so none are looked for.
    private static QuickTheory examples(int count) {
        return qt().withExamples(count).withShrinkCycles(0);
    }

    /// Empty when the values of the request do not fit the operators.
    private static Optional<Condition> read(NaiveCondition naive) {
        try {
            return Given.expressions("ConditionExpression", naive.text(), "", naive.values())
                    .condition("ConditionExpression");
        } catch (DynamoDbException e) {
            assertThat(e).hasMessageMatching("(?s).*(operand|BETWEEN|distinct).*");
            return Optional.empty();
        }
    }

    @Test
    void theOrderOfAnUpdatesActionsDoesNotMatter() {
        examples(300).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            Map<String, AttributeValue> item =
                    Given.item(
                            "{a: {M: {x: {L: [{N: '0'}, {N: '1'}, {N: '2'}]}, y: {N: '5'}}}, b: {N: '7'}, c: {NS: ['1', '2']}}");
            List<String> all = new ArrayList<>(List.of(
                    "SET a.x[0] = b", "SET a.x[7] = :v", "SET a.x[5] = :s", "REMOVE a.x[1]", "SET a.y = a.x[2] + b",
                    "SET b = a.y",
                    "REMOVE d", "ADD e :v", "DELETE c :set", "SET f = a"));
            Collections.shuffle(all, random);
            List<String> some = all.subList(0, 1 + random.nextInt(all.size()));
            Map<String, AttributeValue> once = update(some).apply(item);
            Collections.shuffle(some, random);
            assertThat(update(some).apply(item)).isEqualTo(once);
        });
    }

    private static Update update(List<String> parts) {
        List<Action> actions = new ArrayList<>();
        for (String part : parts) {
            actions.addAll(Given.update(part, VALUES).actions());
        }
        return new Update(actions);
    }

    @Test
    void noTextGivesAnythingButAMeaningOrARefusal() {
        examples(3000).forAll(longs().all()).check(seed -> {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(16); left > 0; left--) {
                text.append(
                        random.nextInt(12) == 0
                                ? String.valueOf((char) random.nextInt(300))
                                : VOCABULARY[random.nextInt(VOCABULARY.length)]);
                text.append(random.nextBoolean() ? " " : "");
            }
            return answers(text.toString());
        });
    }

    @Test
    void noNestingGivesAnythingButAMeaningOrARefusal() {
        examples(50).forAll(longs().all()).check(seed -> {
            Random random = new Random(seed);
            String piece = VOCABULARY[random.nextInt(VOCABULARY.length)] + " "
                    + VOCABULARY[random.nextInt(VOCABULARY.length)] + " ";
            return answers("set a = " + piece.repeat(4000 / piece.length()))
                    && answers(piece.repeat(4000 / piece.length()));
        });
    }

    private static boolean answers(String text) {
        Map<String, AttributeValue> item = Given.item("{a: {M: {b: {L: [{N: '1'}]}}}, b: {N: '2'}}");
        for (String member : List.of(
                "ConditionExpression", "FilterExpression", "KeyConditionExpression", "ProjectionExpression",
                "UpdateExpression")) {
            try {
                Expressions expressions = Given.expressions(member, text, "{'#n': 'a'}", VALUES);
                expressions.condition("ConditionExpression").ifPresent(condition -> condition.test(item));
                expressions.condition("FilterExpression").ifPresent(condition -> condition.test(item));
                expressions.keyTerms();
                expressions.projection().ifPresent(projection -> projection.of(item));
                expressions.update().ifPresent(update -> update.touched(update.apply(item)));
                expressions.requireAllUsed();
            } catch (DynamoDbException e) {
                if (!e.code().equals("ValidationException") || e.getMessage() == null) {
                    return false;
                }
            }
        }
        return true;
    }
}
