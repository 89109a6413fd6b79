package dev.stampede.dynamodb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNameLength(100_000).build())
            .build())
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private static ObjectNode json(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode checked(String operation, String request) {
        ObjectNode json = json(request);
        Requests.check(operation, json);
        return json;
    }

    private static DynamoDbException refused(String operation, String request) {
        return catchThrowableOfType(DynamoDbException.class, () -> checked(operation, request));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PutItem        | {TableName: true}                     | TRUE_VALUE cannot be converted to String
            PutItem        | {TableName: 23}                       | NUMBER_VALUE cannot be converted to String
            PutItem        | {TableName: 34.56}                    | DECIMAL_VALUE cannot be converted to String
            PutItem        | {TableName: []}                       | Unrecognized collection type class java.lang.String
            PutItem        | {TableName: {}}                       | Start of structure or map found where not expected
            PutItem        | {Item: 'a'}                           | Unexpected field type
            PutItem        | {Item: []}                            | Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>
            PutItem        | {ExpressionAttributeNames: []}        | Unrecognized collection type java.util.Map<java.lang.String, java.lang.String>
            PutItem        | {Item: {a: 1}}                        | Unexpected value type in payload
            PutItem        | {Item: {a: []}}                       | Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue
            PutItem        | {Item: {a: {S: 1}}}                   | NUMBER_VALUE cannot be converted to String
            PutItem        | {Item: {a: {B: '23456'}}}             | Base64 encoded length is expected a multiple of 4 bytes but found: 5
            PutItem        | {Item: {a: {B: '+/+='}}}              | Invalid last non-pad Base64 character dectected
            PutItem        | {Item: {a: {M: {b: {L: [{BS: 1}]}}}}} | Unexpected field type
            PutItem        | {Expected: {a: {Value: 1}}}           | Unexpected field type
            GetItem        | {ConsistentRead: '23'}                | Unexpected token received from parser
            GetItem        | {ConsistentRead: 1.5}                 | DECIMAL_VALUE cannot be converted to Boolean
            GetItem        | {AttributesToGet: {}}                 | Start of structure or map found where not expected
            Query          | {Limit: '1'}                          | STRING_VALUE cannot be converted to Integer
            CreateTable    | {ProvisionedThroughput: {ReadCapacityUnits: '1'}} | STRING_VALUE cannot be converted to Long
            CreateTable    | {ProvisionedThroughput: []}           | Unrecognized collection type class com.amazonaws.dynamodb.v20120810.ProvisionedThroughput
            CreateTable    | {KeySchema: ['a']}                    | Unexpected value type in payload
            BatchWriteItem | {RequestItems: []}                    | Unrecognized collection type java.util.Map<java.lang.String, java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>>
            """)
    void refusesAWrongTypeInTheServicesWords(String operation, String request, String message) {
        DynamoDbException refusal = refused(operation, request);

        assertThat(refusal.code()).isEqualTo("SerializationException");
        assertThat(refusal).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{RequestItems: {abc: 1}}", "{RequestItems: {abc: 'a'}}"})
    void theServicesReaderStumblesOverListsInMaps(String request) {
        assertThat(refused("BatchWriteItem", request)).hasMessageStartingWith("class sun.reflect.generics");
    }

    @Test
    void aWrongTypeAnywhereComesBeforeBrokenConstraints() {
        assertThat(refused("PutItem", "{TableName: 'a', Item: {a: {N: 1}}}").code())
                .isEqualTo("SerializationException");
        assertThat(refused("DescribeTable", "{}").code()).isEqualTo("ValidationException");
    }

    @Test
    void gathersAllBrokenConstraints() {
        assertThat(refused("GetItem", "{TableName: ';', AttributesToGet: [], ReturnConsumedCapacity: 'hi'}"))
                .hasMessageStartingWith("5 validation errors detected: ")
                .hasMessageContainingAll(
                        "Value ';' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression"
                                + " pattern: [a-zA-Z0-9_.-]+",
                        "Value ';' at 'tableName' failed to satisfy constraint: Member must have length greater than or"
                                + " equal to 3",
                        "Value null at 'key' failed to satisfy constraint: Member must not be null",
                        "Value '[]' at 'attributesToGet' failed to satisfy constraint: Member must have length greater"
                                + " than or equal to 1",
                        "Value 'hi' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum"
                                + " value set: [INDEXES, TOTAL, NONE]");
    }

    @Test
    void gathersTenAtMost() {
        assertThat(refused("CreateTable", "{TableName: 'abc', AttributeDefinitions: [{}, {}, {}, {}, {}, {}]}"))
                .hasMessageStartingWith("10 validation errors detected: ");
    }

    @Test
    void namesThePlaceWithinListsAndMaps() {
        assertThat(refused("BatchWriteItem", "{RequestItems: {'aa;': [{PutRequest: {}}], abc: []}}"))
                .hasMessageStartingWith("3 validation errors detected: ")
                .hasMessageContainingAll(
                        "at 'requestItems' failed to satisfy constraint: Map keys must satisfy constraint: [Member must"
                                + " have length less than or equal to 255, Member must have length greater than or equal"
                                + " to 3, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]",
                        "at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must"
                                + " have length less than or equal to 25, Member must have length greater than or equal"
                                + " to 1]",
                        "Value null at 'requestItems.aa;.member.1.member.putRequest.item' failed to satisfy");
    }

    @Test
    void operationsOnTablesJudgeTheNameFirstAndAlone() {
        assertThat(refused("CreateTable", "{BillingMode: 'A'}"))
                .hasMessage("The parameter 'TableName' is required but was not present in the request");
        assertThat(refused("CreateTable", "{TableName: 'ab', BillingMode: 'A'}"))
                .hasMessage("TableName must be at least 3 characters long and at most 255 characters long");
        assertThat(refused("DescribeTable", "{TableName: 'ab;'}"))
                .hasMessageStartingWith("1 validation error detected: Value 'ab;' at 'tableName'");
    }

    @Test
    void aTableMayBeCalledByItsArn() {
        String arn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

        assertThat(checked("DescribeTable", "{TableName: '" + arn + "'}")).isEqualTo(json("{TableName: 'orders'}"));
        assertThat(checked("BatchGetItem", "{RequestItems: {'" + arn + "': {Keys: [{}]}}}"))
                .isEqualTo(json("{RequestItems: {orders: {Keys: [{}]}}}"));
    }

    @Test
    void readsWhatTheServiceReadsLoosely() {
        assertThat(checked("Query", "{TableName: 'abc', Limit: 1.9, ScanIndexForward: 'No', IndexName: null}"))
                .isEqualTo(json("{TableName: 'abc', Limit: 1, ScanIndexForward: false}"));
    }

    @Test
    void aNumberBeyondAllBoundsIsOutOfBounds() {
        assertThat(refused("ListTables", "{Limit: 1e999999999}"))
                .hasMessageEndingWith("Member must have value less than or equal to 100");
    }

    @Test
    void theLongestNamesAreBounded() {
        String name = "a".repeat(65536);

        assertThat(refused("PutItem", "{TableName: 'abc', Item: {" + name + ": {S: 'a'}}}"))
                .hasMessageContaining("65535");
        assertThat(refused("GetItem", "{TableName: 'abc', Key: {}, AttributesToGet: ['" + name + "']}"))
                .hasMessageContaining("65535");
        assertThat(refused("GetItem", "{TableName: 'abc', Key: {}, ExpressionAttributeNames: {'#a': '" + name + "'}}"))
                .hasMessageContaining("65535");
    }
}
