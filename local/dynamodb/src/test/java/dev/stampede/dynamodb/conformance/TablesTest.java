package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final String BY_HASH = "{AttributeDefinitions: [{AttributeName: 'p', AttributeType: 'S'}],"
            + " KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}], BillingMode: 'PAY_PER_REQUEST'}";

    @Test
    void aTableIsDescribedAsItWasAskedFor() {
        TestTable table = TABLES.create("{AttributeDefinitions: [{AttributeName: 'p', AttributeType: 'N'}],"
                + " KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}], BillingMode: 'PROVISIONED',"
                + " ProvisionedThroughput: {ReadCapacityUnits: 2, WriteCapacityUnits: 1}}");

        JsonNode description = table.description();

        assertThat(description.get("TableName").asText()).isEqualTo(table.name());
        assertThat(description.get("TableArn").asText())
                .matches("arn:aws:dynamodb:[a-z0-9-]+:[0-9]{12}:table/" + table.name());
        assertThat(description.get("TableId").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(description.get("KeySchema")).isEqualTo(Json.json("[{AttributeName: 'p', KeyType: 'HASH'}]"));
        assertThat(description.get("ItemCount").asLong()).isZero();
        assertThat(description.get("TableSizeBytes").asLong()).isZero();
        assertThat(description.at("/ProvisionedThroughput/ReadCapacityUnits").asLong()).isEqualTo(2);
        assertThat(description.get("DeletionProtectionEnabled").asBoolean()).isFalse();
        assertThat(description.has("StreamSpecification")).isFalse();
    }

    @Test
    void aTableIsFoundByItsArnToo() {
        TestTable table = TABLES.byHash();
        String arn = table.description().get("TableArn").asText();

        assertThat(Endpoint.call("DescribeTable", "{TableName: '" + arn + "'}").at("/Table/TableName").asText())
                .isEqualTo(table.name());
        Endpoint.call("PutItem", "{TableName: '" + arn + "', Item: {p: {S: 'a'}}}");
        assertThat(table.get("{p: {S: 'a'}}")).isNotNull();
    }

    @Test
    void aNameIsTakenOnce() {
        TestTable table = TABLES.byHash();

        assertThat(table.refused("CreateTable", BY_HASH))
                .hasToString("ResourceInUseException: Table already exists: " + table.name());
    }

    @Test
    void aDeletedTableIsGone() {
        TestTable table = TABLES.byHash();
        table.put("{p: {S: 'a'}}");

        assertThat(table.call("DeleteTable", "{}").at("/TableDescription/TableStatus").asText()).isEqualTo("DELETING");
        await().atMost(Duration.ofMinutes(1)).until(() -> !table.exists());

        assertThat(table.refused("DescribeTable", "{}"))
                .hasToString("ResourceNotFoundException: Requested resource not found: Table: " + table.name()
                        + " not found");
        assertThat(table.refused("GetItem", "{Key: {p: {S: 'a'}}}"))
                .hasToString("ResourceNotFoundException: Requested resource not found");
        table.call("CreateTable", BY_HASH);
        table.awaitActive();
        assertThat(table.get("{p: {S: 'a'}}")).isNull();
    }

    @Test
    void aProtectedTableIsNotDeleted() {
        TestTable table =
                TABLES.create(BY_HASH.replace("{AttributeDef", "{DeletionProtectionEnabled: true, AttributeDef"));

        assertThat(table.refused("DeleteTable", "{}").code()).isEqualTo("ValidationException");
        table.call("UpdateTable", "{DeletionProtectionEnabled: false}");
        table.awaitActive();
        table.call("DeleteTable", "{}");
    }

    @Test
    void tablesAreListedByNameInPages() {
        TestTable one = TABLES.byHash();
        TestTable two = TABLES.byHash();
        List<String> names = new ArrayList<>();
        String start = Tables.PREFIX;

        while (start != null) {
            JsonNode page = Endpoint.call("ListTables", "{Limit: 1, ExclusiveStartTableName: '" + start + "'}");
            page.get("TableNames").forEach(name -> names.add(name.asText()));
            JsonNode last = page.get("LastEvaluatedTableName");
            start = last == null || !last.asText().startsWith(Tables.PREFIX) ? null : last.asText();
        }

        assertThat(names).contains(one.name(), two.name()).isSorted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {KeySchema: [{AttributeName: 'a', KeyType: 'HASH'}], AttributeDefinitions: []} | ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED
            {BillingMode: 'PAY_PER_REQUEST', KeySchema: [{AttributeName: 'a', KeyType: 'HASH'}], AttributeDefinitions: [{AttributeName: 'b', AttributeType: 'S'}]} | Some index key attributes are not defined in AttributeDefinitions. Keys: [a], AttributeDefinitions: [b]
            {BillingMode: 'PAY_PER_REQUEST', KeySchema: [{AttributeName: 'a', KeyType: 'HASH'}], AttributeDefinitions: [{AttributeName: 'a', AttributeType: 'S'}, {AttributeName: 'b', AttributeType: 'S'}]} | Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions
            {BillingMode: 'PAY_PER_REQUEST', KeySchema: [{AttributeName: 'a', KeyType: 'HASH'}], AttributeDefinitions: [{AttributeName: 'a', AttributeType: 'S'}], GlobalSecondaryIndexes: []} | List of GlobalSecondaryIndexes is empty
            """)
    void whatDoesNotFitTogetherIsRefused(String definition, String message) {
        assertThat(new TestTable(TABLES.name()).refused("CreateTable", definition))
                .hasToString("ValidationException: One or more parameter values were invalid: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "RANGE, RANGE, Invalid KeySchema: The first KeySchemaElement is not a HASH key type",
        "HASH,  HASH,  Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"
    })
    void theHashComesBeforeTheRange(String first, String second, String message) {
        String definition = "{BillingMode: 'PAY_PER_REQUEST', AttributeDefinitions: [{AttributeName: 'a',"
                + " AttributeType: 'S'}, {AttributeName: 'b', AttributeType: 'S'}], KeySchema: [{AttributeName: 'a',"
                + " KeyType: '" + first + "'}, {AttributeName: 'b', KeyType: '" + second + "'}]}";

        assertThat(new TestTable(TABLES.name()).refused("CreateTable", definition))
                .hasToString("ValidationException: " + message);
    }
}
