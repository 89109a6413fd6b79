package dev.stampede.dynamodb.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableOperationsTest {

    private static final String ORDERS =
            """
                    {'TableName': 'orders', 'BillingMode': 'PAY_PER_REQUEST',
                     'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'},
                                              {'AttributeName': 'sk', 'AttributeType': 'N'},
                                              {'AttributeName': 'day', 'AttributeType': 'S'}],
                     'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}, {'AttributeName': 'sk', 'KeyType': 'RANGE'}],
                     'GlobalSecondaryIndexes': [{'IndexName': 'byDay', 'Projection': {'ProjectionType': 'INCLUDE', 'NonKeyAttributes': ['total']},
                       'KeySchema': [{'AttributeName': 'day', 'KeyType': 'HASH'}, {'AttributeName': 'pk', 'KeyType': 'HASH'}]}],
                     'LocalSecondaryIndexes': [{'IndexName': 'local', 'Projection': {'ProjectionType': 'ALL'},
                       'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}, {'AttributeName': 'day', 'KeyType': 'RANGE'}]}]}
                    """;

    private static String simple(String name) {
        return """
                {'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}]}
                """.formatted(name);
    }

    private final Calls calls = new Calls(DynamoDb.inMemory(DynamoDb.Settings.DEFAULTS));

    @Test
    void describesATableAsItWasCreated() {
        ObjectNode answer = calls.ok("CreateTable", ORDERS);
        assertThat(answer.at("/TableDescription/TableStatus").asText()).isEqualTo("CREATING");
        assertThat(answer.at("/TableDescription/GlobalSecondaryIndexes/0/IndexStatus").asText()).isEqualTo("CREATING");

        ObjectNode table = (ObjectNode) calls.ok("DescribeTable", "{'TableName': 'orders'}").get("Table");
        assertThat(table.get("TableStatus").asText()).isEqualTo("ACTIVE");
        assertThat(table.get("TableArn").asText()).isEqualTo("arn:aws:dynamodb:us-east-1:000000000000:table/orders");
        assertThat(table.get("KeySchema")).isEqualTo(Calls.json(ORDERS).get("KeySchema"));
        assertThat(table.get("AttributeDefinitions")).isEqualTo(Calls.json(ORDERS).get("AttributeDefinitions"));
        assertThat(table.at("/GlobalSecondaryIndexes/0/KeySchema"))
                .isEqualTo(Calls.json(ORDERS).at("/GlobalSecondaryIndexes/0/KeySchema"));
        assertThat(table.at("/GlobalSecondaryIndexes/0/Projection"))
                .isEqualTo(Calls.json(ORDERS).at("/GlobalSecondaryIndexes/0/Projection"));
        assertThat(table.at("/LocalSecondaryIndexes/0/IndexArn").asText()).endsWith("table/orders/index/local");
        assertThat(table.at("/BillingModeSummary/LastUpdateToPayPerRequestDateTime").asDouble())
                .isEqualTo(table.get("CreationDateTime").asDouble());
        assertThat(table.at("/ProvisionedThroughput/ReadCapacityUnits").asInt(-1)).isZero();
        assertThat(table.get("ItemCount").asInt(-1)).isZero();
    }

    @Test
    void knowsItsTablesAfterItWasOpenedAgain(@TempDir Path folder) {
        ObjectNode before;
        try (DynamoDb engine = DynamoDb.open(folder, DynamoDb.Settings.DEFAULTS)) {
            new Calls(engine).ok("CreateTable", ORDERS);
            before = new Calls(engine).ok("DescribeTable", "{'TableName': 'orders'}");
        }
        try (DynamoDb engine = DynamoDb.open(folder, DynamoDb.Settings.DEFAULTS)) {
            assertThat(new Calls(engine).ok("DescribeTable", "{'TableName': 'orders'}").toString())
                    .isEqualTo(before.toString());
        }
    }

    @Test
    void listsTablesByNameAPageAtATime() {
        for (String name : new String[]{"charlie", "alpha", "bravo"}) {
            calls.ok("CreateTable", simple(name));
        }
        assertThat(calls.ok("ListTables", "{'Limit': 2}"))
                .isEqualTo(Calls.json("{'TableNames': ['alpha', 'bravo'], 'LastEvaluatedTableName': 'bravo'}"));
        assertThat(calls.ok("ListTables", "{'ExclusiveStartTableName': 'azz'}"))
                .isEqualTo(Calls.json("{'TableNames': ['bravo', 'charlie']}"));
    }

    @Test
    void aDeletedTableIsGoneAndItsNameFree() {
        calls.ok("CreateTable", simple("orders"));
        assertThat(calls.refused("CreateTable", simple("orders")))
                .isEqualTo("ResourceInUseException: Table already exists: orders");
        assertThat(calls.ok("DeleteTable", "{'TableName': 'orders'}").at("/TableDescription/TableStatus").asText())
                .isEqualTo("DELETING");
        assertThat(calls.refused("DescribeTable", "{'TableName': 'orders'}"))
                .isEqualTo("ResourceNotFoundException: Requested resource not found: Table: orders not found");
        calls.ok("CreateTable", simple("orders"));
    }
}
