package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How requests are refused that have not the shape that the API asks for.
class RequestsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            GetItem     | {TableName: true}          | TRUE_VALUE cannot be converted to String
            GetItem     | {TableName: 23}            | NUMBER_VALUE cannot be converted to String
            GetItem     | {TableName: []}            | Unrecognized collection type class java.lang.String
            GetItem     | {Key: 'a'}                 | Unexpected field type
            GetItem     | {Key: {a: 'a'}}            | Unexpected value type in payload
            GetItem     | {Key: {a: {N: 1}}}         | NUMBER_VALUE cannot be converted to String
            GetItem     | {AttributesToGet: {}}      | Start of structure or map found where not expected
            GetItem     | {ConsistentRead: 1}        | NUMBER_VALUE cannot be converted to Boolean
            PutItem     | {Item: {a: {B: 'abc'}}}    | Base64 encoded length is expected a multiple of 4 bytes but found: 3
            ListTables  | {Limit: '1'}               | STRING_VALUE cannot be converted to Integer
            CreateTable | {ProvisionedThroughput: 1} | Unexpected field type
            """)
    void aWrongTypeComesFirst(String operation, String request, String message) {
        assertThat(Endpoint.refused(operation, request)).hasToString("SerializationException: " + message);
    }

    @Test
    void allBrokenConstraintsComeTogether() {
        assertThat(Endpoint.refused("GetItem", "{TableName: 'a;', AttributesToGet: []}").message())
                .startsWith("4 validation errors detected: ")
                .contains("Value null at 'key' failed to satisfy constraint: Member must not be null")
                .contains("Value 'a;' at 'tableName' failed to satisfy constraint: Member must satisfy regular"
                        + " expression pattern: [a-zA-Z0-9_.-]+")
                .contains("Value 'a;' at 'tableName' failed to satisfy constraint: Member must have length greater"
                        + " than or equal to 3")
                .contains("Value '[]' at 'attributesToGet' failed to satisfy constraint: Member must have length"
                        + " greater than or equal to 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ListTables | {Limit: 0}   | Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
            ListTables | {Limit: 101} | Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100
            Scan       | {TableName: 'abc', Select: 'x'} | Value 'x' at 'select' failed to satisfy constraint: Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]
            DeleteItem | {TableName: 'abc', Key: {}, ReturnValues: 'all_old'} | Value 'all_old' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]
            """)
    void aBrokenConstraintNamesValueAndPlace(String operation, String request, String message) {
        assertThat(Endpoint.refused(operation, request))
                .hasToString("ValidationException: 1 validation error detected: " + message);
    }

    @Test
    void theNameOfATableIsJudgedFirst() {
        assertThat(Endpoint.refused("CreateTable", "{}"))
                .hasToString("ValidationException: The parameter 'TableName' is required but was not present in the"
                        + " request");
        assertThat(Endpoint.refused("DescribeTable", "{TableName: 'ab'}"))
                .hasToString("ValidationException: TableName must be at least 3 characters long and at most 255"
                        + " characters long");
    }

    @Test
    void whatIsNullIsNotThereAndWhatIsUnknownIsPassedOver() {
        assertThat(Endpoint.call("ListTables", "{Limit: 1, ExclusiveStartTableName: null, Unknown: 1}")
                .has("TableNames"))
                .isTrue();
    }
}
