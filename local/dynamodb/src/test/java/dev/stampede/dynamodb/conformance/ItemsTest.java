package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Single items: putting, getting, deleting them, their keys, and what such calls return.
class ItemsTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE = TABLES.byHash();
    private static final TestTable RANGED = TABLES.byRange("N");

    @Test
    void aPutReplacesTheWholeItem() {
        TABLE.put("{p: {S: 'replaced'}, a: {N: '1'}}");
        TABLE.put("{p: {S: 'replaced'}, b: {N: '2'}}");

        assertThat(TABLE.get("{p: {S: 'replaced'}}")).isEqualTo(Json.json("{p: {S: 'replaced'}, b: {N: '2'}}"));
    }

    @Test
    void numbersAreOneKeyInWhateverForm() {
        RANGED.put("{p: {S: 'a'}, r: {N: '1.0'}, v: {S: 'first'}}");
        RANGED.put("{p: {S: 'a'}, r: {N: '10e-1'}, v: {S: 'second'}}");

        assertThat(RANGED.get("{p: {S: 'a'}, r: {N: '1'}}"))
                .isEqualTo(Json.json("{p: {S: 'a'}, r: {N: '1'}, v: {S: 'second'}}"));
    }

    @Test
    void whatIsNotThereHasNoItem() {
        assertThat(TABLE.call("GetItem", "{Key: {p: {S: 'nowhere'}}}")).isEmpty();
        assertThat(TABLE.call("DeleteItem", "{Key: {p: {S: 'nowhere'}}, ReturnValues: 'ALL_OLD'}")).isEmpty();
    }

    @Test
    void theOldItemIsReturnedToWhoeverAsks() {
        TABLE.put("{p: {S: 'old'}, a: {N: '1'}}");
        JsonNode old = Json.json("{p: {S: 'old'}, a: {N: '1'}}");

        assertThat(TABLE.call("PutItem", "{Item: {p: {S: 'old'}}}")).isEmpty();
        TABLE.put(old.toString());
        assertThat(TABLE.call("PutItem", "{Item: {p: {S: 'old'}}, ReturnValues: 'ALL_OLD'}").get("Attributes"))
                .isEqualTo(old);
        TABLE.put(old.toString());
        assertThat(TABLE.call("DeleteItem", "{Key: {p: {S: 'old'}}, ReturnValues: 'ALL_OLD'}").get("Attributes"))
                .isEqualTo(old);
        assertThat(TABLE.get("{p: {S: 'old'}}")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PutItem, Item", "DeleteItem, Key"})
    void onlyTheOldItemCanBeReturned(String operation, String member) {
        assertThat(TABLE.refused(operation, "{" + member + ": {p: {S: 'a'}}, ReturnValues: 'ALL_NEW'}"))
                .hasToString("ValidationException: ReturnValues can only be ALL_OLD or NONE");
    }

    @Test
    void aProjectionNamesWhatIsWanted() {
        TABLE.put("{p: {S: 'parts'}, a: {M: {b: {L: [{N: '0'}, {N: '1'}, {N: '2'}]}, c: {S: 'c'}}}, d: {S: 'd'}}");

        assertThat(TABLE.call(
                "GetItem",
                "{Key: {p: {S: 'parts'}}, ProjectionExpression: 'a.b[2], a.b[0], #n, nothing',"
                        + " ExpressionAttributeNames: {'#n': 'd'}}")
                .get("Item"))
                .isEqualTo(Json.json("{a: {M: {b: {L: [{N: '0'}, {N: '2'}]}}}, d: {S: 'd'}}"));
        assertThat(TABLE.call("GetItem", "{Key: {p: {S: 'parts'}}, ProjectionExpression: 'nothing'}").get("Item"))
                .isEmpty();
        assertThat(TABLE.call("GetItem", "{Key: {p: {S: 'parts'}}, AttributesToGet: ['p', 'd']}").get("Item"))
                .isEqualTo(Json.json("{p: {S: 'parts'}, d: {S: 'd'}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            GetItem    | {Key: {p: {S: 'a'}}}                                    | The provided key element does not match the schema
            GetItem    | {Key: {p: {S: 'a'}, r: {S: '1'}}}                       | The provided key element does not match the schema
            DeleteItem | {Key: {p: {S: 'a'}, r: {N: '1'}, x: {N: '1'}}}          | The provided key element does not match the schema
            PutItem    | {Item: {p: {S: 'a'}}}                                   | One or more parameter values were invalid: Missing the key r in the item
            PutItem    | {Item: {p: {N: '1'}, r: {N: '1'}}}                      | One or more parameter values were invalid: Type mismatch for key p expected: S actual: N
            PutItem    | {Item: {p: {S: ''}, r: {N: '1'}}}                       | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: p
            UpdateItem | {Key: {p: {S: 'a'}, r: {N: '1'}}, UpdateExpression: 'SET r = :r', ExpressionAttributeValues: {':r': {N: '2'}}} | One or more parameter values were invalid: Cannot update attribute r. This attribute is part of the key
            """)
    void aKeyIsWhatTheTableAsksFor(String operation, String request, String message) {
        assertThat(RANGED.refused(operation, request)).hasToString("ValidationException: " + message);
    }

    @Test
    void keysAreBounded() {
        TABLE.put("{p: {S: '" + "a".repeat(2048) + "'}}");

        assertThat(TABLE.refused("PutItem", "{Item: {p: {S: '" + "a".repeat(2049) + "'}}}").message())
                .contains("2048");
    }
}
