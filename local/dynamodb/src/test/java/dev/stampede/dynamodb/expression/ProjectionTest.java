package dev.stampede.dynamodb.expression;

import static dev.stampede.dynamodb.expression.Given.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProjectionTest {

    private static final String ITEM =
            "{a: {M: {b: {L: [{N: '0'}, {N: '1'}, {M: {c: {N: '2'}, d: {N: '3'}}}]}, e: {N: '4'}}}, f: {S: 'x'}, g: {L: []}}";

    private static Projection projection(String text, String names) {
        return Given.expressions("ProjectionExpression", text, names, "").projection().orElseThrow();
    }

    private static void shows(String text, String expected) {
        assertThat(projection(text, "").of(item(ITEM))).as(text).isEqualTo(item(expected));
    }

    @Test
    void partsKeepTheirPlacesInMaps() {
        shows("f, a.e", "{a: {M: {e: {N: '4'}}}, f: {S: 'x'}}");
        shows("a.b[2].d", "{a: {M: {b: {L: [{M: {d: {N: '3'}}}]}}}}");
        shows("g", "{g: {L: []}}");
    }

    @Test
    void elementsOfAListMoveTogetherInTheirOrder() {
        shows("a.b[2].c, a.b[0], a.b[17], a.b[2].d", "{a: {M: {b: {L: [{N: '0'}, {M: {c: {N: '2'}, d: {N: '3'}}}]}}}}");
    }

    @Test
    void whatIsNotThereLeavesNothingBehind() {
        shows("h, a.x, a.b[7].c, f.x, g[0]", "{}");
        shows("a[0], f[0], g.x", "{}");
    }

    @Test
    void namesBehindPlaceholdersAreTakenAsTheyAre() {
        Projection projection = projection("#a, f", "{'#a': 'a.e'}");
        assertThat(projection.of(item(ITEM))).isEqualTo(item("{f: {S: 'x'}}"));
        assertThat(projection.attributes()).containsExactly("a.e", "f");
        assertThat(projection.nested()).isEmpty();
    }

    @Test
    void pathsNeitherOverlapNorConflict() {
        assertThatThrownBy(() -> projection("a.b[3], c, a.#b", "{'#b': 'b'}"))
                .hasMessage(
                        "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite"
                                + " one of these paths; path one: [a, b, [3]], path two: [a, b]");
        assertThatThrownBy(() -> projection("a.b, a[1]", ""))
                .hasMessage("Invalid ProjectionExpression: Two document paths conflict with each other; must remove or"
                        + " rewrite one of these paths; path one: [a, b], path two: [a, [1]]");
    }

    @Test
    void refusesWhatIsNoListOfPaths() {
        for (String text : new String[]{"a,", ",a", "a b", "a.", "a[b]", "a = b", "size(a)", ":v", "a, (b)"}) {
            assertThatThrownBy(() -> projection(text, ""))
                    .as(text)
                    .hasMessageStartingWith("Invalid ProjectionExpression: Syntax error; token: \"");
        }
        assertThatThrownBy(() -> projection("a, b.comment", ""))
                .hasMessage(
                        "Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: comment");
        assertThatThrownBy(() -> projection("#a", ""))
                .hasMessage(
                        "Invalid ProjectionExpression: An expression attribute name used in the document path is not"
                                + " defined; attribute name: #a");
    }
}
