package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What values attributes can have.
class ValuesTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE = TABLES.byHash();

    private static JsonNode kept(String value) {
        TABLE.put("{p: {S: 'kept'}, v: " + value + "}");
        return TABLE.get("{p: {S: 'kept'}}").get("v");
    }

    private static Refusal refused(String value) {
        return TABLE.refused("PutItem", "{Item: {p: {S: 'refused'}, v: " + value + "}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{S: ''}", "{S: 'größe \\u0000 \\ud83d\\ude00'}", "{N: '0'}", "{B: ''}", "{B: 'AAH/'}", "{BOOL: false}",
        "{NULL: true}",
        "{L: []}", "{M: {}}", "{L: [{N: '1'}, {S: 'a'}, {L: [{M: {'a.b': {NULL: true}}}]}]}"
    })
    void everyValueComesBackAsItWas(String value) {
        assertThat(kept(value)).isEqualTo(Json.json(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            SS | ['b', 'a', '']
            NS | ['2', '-1']
            BS | ['AA==', 'Ag==', 'AQ==']
            """)
    void aSetComesBackInAnyOrder(String type, String members) {
        assertThat(kept("{" + type + ": " + members + "}").get(type))
                .containsExactlyInAnyOrderElementsOf(Json.json(members));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1", "001, 1", "+1, 1", "-0, 0", ".5, 0.5", "1e3, 1000", "1.50E-2, 0.015", "-1.230, -1.23",
        "12345678901234567890123456789012345678, 12345678901234567890123456789012345678",
        "0.00000000000000000000000000000000000001, 0.00000000000000000000000000000000000001"
    })
    void aNumberIsWrittenInOneWay(String number, String kept) {
        assertThat(kept("{N: '" + number + "'}").get("N").asText()).isEqualTo(kept);
    }

    @Test
    void numbersReachFarInBothDirections() {
        assertThat(kept("{N: '9.9999999999999999999999999999999999999E+125'}").get("N").asText())
                .hasSize(126)
                .startsWith("99999");
        assertThat(kept("{N: '1E-130'}").get("N").asText()).hasSize(132).endsWith("01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1e126                                    | Number overflow. Attempting to store a number with magnitude larger than supported range
            1e-131                                   | Number underflow. Attempting to store a number with magnitude smaller than supported range
            1e999999999                              | Number overflow. Attempting to store a number with magnitude larger than supported range
            1.00000000000000000000000000000000000001 | Attempting to store more than 38 significant digits in a Number
            NaN                                      | The parameter cannot be converted to a numeric value: NaN
            Infinity                                 | The parameter cannot be converted to a numeric value: Infinity
            1 0                                      | The parameter cannot be converted to a numeric value: 1 0
            """)
    void whatIsNoNumberIsRefused(String number, String message) {
        assertThat(refused("{N: '" + number + "'}")).hasToString("ValidationException: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                        | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
            {S: 'a', N: '1'}          | Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes
            {L: [{M: {a: {}}}]}       | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
            {N: ''}                   | The parameter cannot be converted to a numeric value
            {NULL: false}             | One or more parameter values were invalid: Null attribute value types must have the value of true
            {SS: []}                  | One or more parameter values were invalid: An string set  may not be empty
            {NS: []}                  | One or more parameter values were invalid: An number set  may not be empty
            {BS: []}                  | One or more parameter values were invalid: Binary sets should not be empty
            {SS: ['a', 'a']}          | One or more parameter values were invalid: Input collection [a, a] contains duplicates.
            {NS: ['1', '1.0']}        | Input collection contains duplicates
            {BS: ['Yg==', 'Yg==']}    | One or more parameter values were invalid: Input collection [Yg==, Yg==]of type BS contains duplicates.
            """)
    void whatIsNoValueIsRefused(String value, String message) {
        assertThat(refused(value)).hasToString("ValidationException: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            YWI  | Base64 encoded length is expected a multiple of 4 bytes but found: 3
            YWJ= | Invalid last non-pad Base64 character dectected
            ???? | Invalid last non-pad Base64 character dectected
            """)
    void bytesAreWholeBase64(String bytes, String message) {
        assertThat(refused("{B: '" + bytes + "'}")).hasToString("SerializationException: " + message);
        assertThat(refused("{L: [{BS: ['" + bytes + "']}]}")).hasToString("SerializationException: " + message);
    }

    @Test
    void anAttributeHasAName() {
        assertThat(TABLE.refused("PutItem", "{Item: {p: {S: 'a'}, '': {S: 'a'}}}").message())
                .contains("Empty attribute name");
    }

    @Test
    void valuesNest32Deep() {
        assertThat(kept("{L: [".repeat(31) + "{L: []}" + "]}".repeat(31))).isNotNull();
        assertThat(refused("{L: [".repeat(33) + "{L: []}" + "]}".repeat(33)).message())
                .contains("Nesting Levels have exceeded supported limits");
    }

    @Test
    void anItemHas400KibibytesAtMost() {
        // The names p and v, the key of one letter.
        int rest = 400 * 1024 - 3;

        TABLE.put("{p: {S: 'x'}, v: {S: '" + "a".repeat(rest) + "'}}");
        assertThat(TABLE.refused("PutItem", "{Item: {p: {S: 'x'}, v: {S: '" + "a".repeat(rest + 1) + "'}}}"))
                .hasToString("ValidationException: Item size has exceeded the maximum allowed size");
    }
}
