package dev.stampede.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UpdateRefusalTest {

    private static void refused(String text, String values, String message) {
        assertThatThrownBy(() -> Given.update(text, values))
                .as(text)
                .hasMessage("Invalid UpdateExpression: " + message);
    }

    private static void syntaxError(String text) {
        assertThatThrownBy(() -> Given.update(text, ONE))
                .as(text)
                .hasMessageStartingWith("Invalid UpdateExpression: Syntax error; token: \"");
    }

    private static final String ONE = "{':v': {N: '1'}}";

    @Test
    void sumsHaveTwoOperandsAndStandAlone() {
        syntaxError("SET a = b + c + :v");
        syntaxError("SET a = (b + c) - :v");
        syntaxError("SET a = if_not_exists(b, c + :v)");
        syntaxError("SET a = b * c");
        assertThatCode(() -> Given.update("SET a = (b) + (:v), c = (if_not_exists((c), (:v)))", ONE))
                .doesNotThrowAnyException();
    }

    @Test
    void sectionsBeginWithTheirKeywordsAndAreNotEmpty() {
        syntaxError("a = :v");
        syntaxError("SET");
        syntaxError("SET a = :v,");
        syntaxError("SET a = :v b = :v");
        syntaxError("SET a :v");
        syntaxError("REMOVE a = :v");
        syntaxError("ADD a b");
        syntaxError("DELETE a");
        syntaxError("#set a = :v");
        syntaxError("SET set = :v");
    }

    @Test
    void keywordsMayBeWrittenInAnyCase() {
        assertThatCode(() -> Given.update("sEt a = :v remove b aDD c :v", ONE)).doesNotThrowAnyException();
    }

    @Test
    void eachSectionStandsOnce() {
        refused("SET a = :undefined REMOVE b set c = :v", ONE,
                "The \"SET\" section can only be used once in an update expression;");
    }

    @Test
    void errorsOfTheWholeComeInTheServicesOrder() {
        refused("SET abort = f(a) SET a = :undefined", ONE,
                "Attribute name is a reserved keyword; reserved keyword: abort");
        refused("SET a = f(a) SET a = :undefined", ONE, "Invalid function name; function: f");
        refused("SET a = :undefined, #gone = :v", ONE,
                "An expression attribute name used in the document path is not defined; attribute name: #gone");
        refused("SET a = :undefined, a.b = :v", ONE,
                "An expression attribute value used in expression is not defined; attribute value: :undefined");
        refused("SET a = :v, a.b = if_not_exists(c) ADD d :s", "{':v': {N: '1'}, ':s': {S: 'x'}}",
                "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path"
                        + " two: [a, b]");
        refused("SET a = if_not_exists(c) ADD d :s", "{':s': {S: 'x'}}",
                "Incorrect operand type for operator or function; operator: ADD, operand type: STRING");
    }

    @Test
    void pathsDoNotOverlap() {
        String message =
                "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: ";
        refused("SET a = :v, b = :v, a = :v", ONE, message + "[a], path two: [a]");
        refused("REMOVE c[1].a, c", "", message + "[c, [1], a], path two: [c]");
        refused("SET a.c = :v REMOVE a.d, a[1] ADD a.c :v", ONE, message + "[a, c], path two: [a, c]");
    }

    @Test
    void aPlaceIsNotBothAMapAndAList() {
        refused("SET a.c = :v, a.d = :v REMOVE a[1]", ONE,
                "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, c],"
                        + " path two: [a, [1]]");
    }

    @Test
    void onlyNumbersAndSetsAreAddedAndOnlySetsDeleted() {
        String message = "Incorrect operand type for operator or function; operator: ";
        refused("ADD a :v", "{':v': {L: []}}", message + "ADD, operand type: LIST");
        refused("ADD a :v", "{':v': {BOOL: true}}", message + "ADD, operand type: BOOLEAN");
        refused("DELETE a :v", ONE, message + "DELETE, operand type: NUMBER");
        refused("DELETE a :v", "{':v': {M: {}}}", message + "DELETE, operand type: MAP");
    }

    @Test
    void functionsAndArithmeticTakeOperandsOfTheirTypes() {
        String message = "Incorrect operand type for operator or function; operator or function: ";
        refused("SET a = b + :v", "{':v': {S: 'x'}}", message + "+, operand type: S");
        refused("SET a = :v - b", "{':v': {L: []}}", message + "-, operand type: L");
        refused("SET a = list_append(b, :v)", ONE, message + "list_append, operand type: N");
        refused("SET a = if_not_exists(:v, :v)", ONE,
                "Operator or function requires a document path; operator or function: if_not_exists");
        refused("SET a = list_append(b, c, d)", "",
                "Incorrect number of operands for operator or function; operator or function: list_append, number of"
                        + " operands: 3");
    }

    @Test
    void onlyDefaultsAreNested() {
        refused("SET a = list_append(list_append(b, c), d)", "",
                "The function is not allowed to be used this way in an expression; function: list_append");
        refused("SET a = size(b)", "", "The function is not allowed in an update expression; function: size");
    }

    @Test
    void doubledParenthesesAreRedundant() {
        refused("SET a = ((b))", "", "The expression has redundant parentheses;");
        refused("SET a = ((b + c))", "", "The expression has redundant parentheses;");
        refused("SET a = " + "(".repeat(2000) + "b" + ")".repeat(2000), "",
                "The expression has redundant parentheses;");
        assertThatCode(() -> Given.update("SET a = ((b) + c)", "")).doesNotThrowAnyException();
    }
}
