package dev.stampede.dynamodb.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import org.junit.jupiter.api.Test;

/// What CreateTable refuses, in the service's words.
class TableDefinitionTest {

    private static final String INVALID = "ValidationException: One or more parameter values were invalid: ";

    private final Calls calls = new Calls(DynamoDb.inMemory(DynamoDb.Settings.DEFAULTS));
    private final ObjectNode request = JsonNodeFactory.instance
            .objectNode()
            .put("TableName", "orders")
            .put("BillingMode", "PAY_PER_REQUEST");

    /// @param names of attributes that are strings
    private TableDefinitionTest define(String... names) {
        ArrayNode definitions = request.putArray("AttributeDefinitions");
        for (String name : names) {
            definitions.addObject().put("AttributeName", name).put("AttributeType", "S");
        }
        return this;
    }

    /// @param key such as `HASH a RANGE b`
    private static void key(ObjectNode json, String key) {
        ArrayNode schema = json.putArray("KeySchema");
        String[] words = key.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            schema.addObject().put("AttributeName", words[i + 1]).put("KeyType", words[i]);
        }
    }

    private TableDefinitionTest key(String key) {
        key(request, key);
        return this;
    }

    private TableDefinitionTest index(String kind, String name, String key, String projection) {
        ObjectNode index = request.withArray("/" + kind + "SecondaryIndexes").addObject().put("IndexName", name);
        key(index, key);
        index.set("Projection", Calls.json(projection));
        return this;
    }

    private String refusal() {
        return calls.refused("CreateTable", request.toString());
    }

    @Test
    void throughputThatDoesNotFitTheBillingMode() {
        define("a").key("HASH a");
        request.put("BillingMode", "PROVISIONED");
        assertThat(refusal()).isEqualTo(INVALID
                + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
        request.putObject("ProvisionedThroughput").put("ReadCapacityUnits", 1_000_000_000_001L)
                .put("WriteCapacityUnits", 1);
        assertThat(refusal())
                .isEqualTo("ValidationException: Given value 1000000000001 for ReadCapacityUnits is out of bounds");
        request.put("BillingMode", "PAY_PER_REQUEST");
        assertThat(refusal())
                .isEqualTo(INVALID + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                        + " BillingMode is PAY_PER_REQUEST");
    }

    @Test
    void aKeyThatItsDefinitionsDoNotMatch() {
        assertThat(define("a").key("HASH a RANGE b").refusal())
                .isEqualTo("ValidationException: Invalid KeySchema: Some index key attribute have no definition");
        assertThat(define("a", "c").key("HASH a RANGE b").refusal()).isEqualTo(INVALID
                + "Some index key attributes are not defined in AttributeDefinitions. Keys: [a, b], AttributeDefinitions:"
                + " [a, c]");
        assertThat(define("a", "b").key("HASH a").refusal()).isEqualTo(INVALID
                + "Number of attributes in KeySchema does not exactly match number of attributes defined in"
                + " AttributeDefinitions");
        assertThat(define("a", "a").key("HASH a").refusal())
                .isEqualTo(INVALID + "Duplicate AttributeName in AttributeDefinitions: a");
        assertThat(define("a", "b", "c").key("HASH a")
                .index("Global", "byB", "HASH b", "{'ProjectionType': 'ALL'}").refusal())
                .contains("Some AttributeDefinitions are not used");
    }

    @Test
    void aKeyOfTheWrongForm() {
        define("a", "b");
        assertThat(key("HASH a RANGE a").refusal()).isEqualTo(
                "ValidationException: Both the Hash Key and the Range Key element in the KeySchema have the same name");
        assertThat(key("RANGE a HASH b").refusal())
                .isEqualTo("ValidationException: Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        assertThat(key("HASH a HASH b").refusal())
                .isEqualTo(
                        "ValidationException: Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
    }

    @Test
    void aLocalIndexThatDoesNotFitTheTable() {
        String all = "{'ProjectionType': 'ALL'}";
        assertThat(define("a", "b").key("HASH a").index("Local", "byB", "HASH a RANGE b", all).refusal())
                .isEqualTo(INVALID + "Table KeySchema does not have a range key, which is required when specifying a"
                        + " LocalSecondaryIndex");
        request.remove("LocalSecondaryIndexes");
        assertThat(key("HASH a RANGE b").index("Local", "byB", "HASH a", all).refusal())
                .isEqualTo(INVALID + "Index KeySchema does not have a range key for index: byB");
        request.remove("LocalSecondaryIndexes");
        assertThat(index("Local", "byB", "HASH b RANGE a", all).refusal())
                .isEqualTo(INVALID + "Index KeySchema does not have the same leading hash key as table KeySchema for"
                        + " index: byB. index hash key: b, table hash key: a");
        request.remove("LocalSecondaryIndexes");
        for (int i = 0; i < 6; i++) {
            index("Local", "by" + i, "HASH a RANGE b", all);
        }
        assertThat(refusal()).isEqualTo(INVALID + "Number of LocalSecondaryIndexes exceeds per-table limit of 5");
    }

    @Test
    void aProjectionThatMakesNoSense() {
        define("a", "b").key("HASH a");
        String[][] projections = {
            {"{}", "Unknown ProjectionType: null"},
            {"{'ProjectionType': 'ALL', 'NonKeyAttributes': ['c']}",
                "ProjectionType is ALL, but NonKeyAttributes is specified"},
            {"{'ProjectionType': 'INCLUDE'}", "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"},
            {"{'ProjectionType': 'INCLUDE', 'NonKeyAttributes': ['c', 'c']}",
                "Duplicate attributes in NonKeyAttributes: [c, c]"}
        };
        for (String[] projection : projections) {
            request.remove("GlobalSecondaryIndexes");
            assertThat(index("Global", "byB", "HASH b", projection[0]).refusal()).isEqualTo(INVALID + projection[1]);
        }
    }

    @Test
    void aGlobalIndexWithTooManyKeyAttributesOrInTheWrongOrder() {
        define("a", "b", "c", "d", "e", "f").key("HASH a");
        String all = "{'ProjectionType': 'ALL'}";
        assertThat(index("Global", "one", "HASH b HASH c HASH d HASH e HASH f", all).refusal()).contains("HASH",
                "limit of 4");
        request.remove("GlobalSecondaryIndexes");
        assertThat(index("Global", "one", "HASH a RANGE b RANGE c RANGE d RANGE e RANGE f", all).refusal())
                .contains("RANGE", "limit of 4");
        request.remove("GlobalSecondaryIndexes");
        assertThat(index("Global", "one", "HASH b RANGE c HASH d", all).refusal())
                .contains("HASH key elements must precede");
        request.remove("GlobalSecondaryIndexes");
        index("Global", "one", "HASH b HASH c HASH d RANGE e RANGE f", all);
        calls.ok("CreateTable", request);
    }

    @Test
    void indexesOfOneName() {
        String all = "{'ProjectionType': 'ALL'}";
        assertThat(define("a", "b").key("HASH a RANGE b")
                .index("Local", "same", "HASH a RANGE b", all)
                .index("Global", "same", "HASH b", all)
                .refusal())
                .isEqualTo(INVALID + "Duplicate index name: same");
    }

    @Test
    void whatTheEngineDoesNotDoIsRefusedByName() {
        define("a").key("HASH a").request.put("ResourcePolicy", "{}");
        assertThat(refusal()).isEqualTo("ValidationException: This engine does not support ResourcePolicy");
        assertThat(calls.refused("ExportTableToPointInTime", "{'TableArn': 'a', 'S3Bucket': 'b'}"))
                .isEqualTo(
                        "UnknownOperationException: This engine does not support the operation ExportTableToPointInTime");
        assertThat(calls.refused("DescribeKinesisStreamingDestination", "{'TableName': 'orders'}"))
                .startsWith("UnknownOperationException");
    }

    @Test
    void backupsAreSaidToBeOffAndOn() {
        define("a").key("HASH a");
        calls.ok("CreateTable", request);
        String status = "/ContinuousBackupsDescription/PointInTimeRecoveryDescription/PointInTimeRecoveryStatus";
        assertThat(calls.ok("DescribeContinuousBackups", "{'TableName': 'orders'}").at(status).asText())
                .isEqualTo("DISABLED");
        calls.ok("UpdateContinuousBackups", "{'TableName': 'orders', 'PointInTimeRecoverySpecification':"
                + " {'PointInTimeRecoveryEnabled': true}}");
        assertThat(calls.ok("DescribeContinuousBackups", "{'TableName': 'orders'}").at(status).asText())
                .isEqualTo("ENABLED");
        assertThat(calls.refused("DescribeContinuousBackups", "{'TableName': 'nothing'}"))
                .startsWith("TableNotFoundException");
    }
}
