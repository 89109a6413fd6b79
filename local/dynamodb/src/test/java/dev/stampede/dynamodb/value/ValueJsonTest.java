package dev.stampede.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue.Bool;
import org.junit.jupiter.api.Test;

class ValueJsonTest {

    private static JsonNode json(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static void refused(String value, String code, String message) {
        assertThatThrownBy(() -> ValueJson.read(json(value)))
                .as(value)
                .isInstanceOfSatisfying(DynamoDbException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessage(message);
    }

    private static void misread(String value, String message) {
        refused(value, "SerializationException", message);
    }

    private static void invalid(String value, String message) {
        refused(value, "ValidationException", message);
    }

    @Test
    void aValueHasExactlyOneType() {
        invalid("{}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        invalid("{'X': 'a', 'S': null}",
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        invalid("{'S': 'a', 'N': '1'}",
                "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
        invalid("{'L': [{}]}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }

    @Test
    void setsAreNeitherEmptyNorHaveDuplicates() {
        String prefix = "One or more parameter values were invalid: ";
        invalid("{'SS': []}", prefix + "An string set  may not be empty");
        invalid("{'NS': []}", prefix + "An number set  may not be empty");
        invalid("{'BS': []}", prefix + "Binary sets should not be empty");
        invalid("{'SS': ['a', 'a']}", prefix + "Input collection [a, a] contains duplicates.");
        invalid("{'NS': ['1', '1.0']}", "Input collection contains duplicates");
        invalid("{'BS': ['Yg==', 'Yg==']}", prefix + "Input collection [Yg==, Yg==]of type BS contains duplicates.");
        invalid("{'NULL': false}", prefix + "Null attribute value types must have the value of true");
    }

    @Test
    void whatIsOfAnotherTypeInJsonIsToldAsTheServiceTellsIt() {
        misread("5", "Unexpected value type in payload");
        misread("[]", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue");
        misread("{'N': 5}", "NUMBER_VALUE cannot be converted to String");
        misread("{'S': 5.5}", "DECIMAL_VALUE cannot be converted to String");
        misread("{'S': true}", "TRUE_VALUE cannot be converted to String");
        misread("{'S': []}", "Unrecognized collection type class java.lang.String");
        misread("{'S': {}}", "Start of structure or map found where not expected");
        misread("{'B': 5}", "only base-64-encoded strings are convertible to bytes");
        misread("{'B': []}", "Unrecognized collection type class java.nio.ByteBuffer");
        misread("{'B': 'abcde'}", "Base64 encoded length is expected a multiple of 4 bytes but found: 5");
        misread("{'B': 'ab=='}", "Invalid last non-pad Base64 character dectected");
        misread("{'BOOL': 'maybe'}", "Unexpected token received from parser");
        misread("{'BOOL': 5}", "NUMBER_VALUE cannot be converted to Boolean");
        misread("{'L': 'a'}", "Unexpected field type");
        misread("{'L': {}}", "Start of structure or map found where not expected");
        misread("{'M': 'a'}", "Unexpected field type");
        misread("{'M': []}", "Unrecognized collection type java.util.Map<java.lang.String,"
                + " com.amazonaws.dynamodb.v20120810.AttributeValue>");
        misread("{'SS': [5]}", "NUMBER_VALUE cannot be converted to String");
    }

    @Test
    void someTextsAreBooleans() {
        for (String yes : new String[]{"true", "'TRUE'", "'1'", "'yes'"}) {
            assertThat(ValueJson.read(json("{'BOOL': " + yes + "}"))).isEqualTo(new Bool(true));
        }
        assertThat(ValueJson.read(json("{'BOOL': 'No'}"))).isEqualTo(new Bool(false));
    }

    @Test
    void emptyTextsBytesAndDocumentsAreValues() {
        for (String value : new String[]{"{'S': ''}", "{'B': ''}", "{'L': []}", "{'M': {}}", "{'SS': ['']}"}) {
            assertThatCode(() -> ValueJson.read(json(value))).as(value).doesNotThrowAnyException();
        }
    }

    @Test
    void valuesAreThirtyTwoLevelsDeep() {
        assertThatCode(() -> ValueJson.read(json("{'L': [".repeat(32) + "{'N': '1'}" + "]}".repeat(32))))
                .doesNotThrowAnyException();
        invalid("{'L': [".repeat(33) + "{'N': '1'}" + "]}".repeat(33),
                "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported"
                        + " limit");
    }
}
