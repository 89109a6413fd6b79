package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What calls take, by the published rules
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html).
class CapacityTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE =
            TABLES.create("{AttributeDefinitions: [{AttributeName: 'p', AttributeType: 'S'},"
                    + " {AttributeName: 'g', AttributeType: 'S'}], KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}],"
                    + " GlobalSecondaryIndexes: [{IndexName: 'byG', KeySchema: [{AttributeName: 'g', KeyType: 'HASH'}],"
                    + " Projection: {ProjectionType: 'KEYS_ONLY'}}]}");

    /// 8 KiB and some more.
    private static final String LARGE = "{p: {S: 'a'}, v: {S: '" + "x".repeat(8200) + "'}}";

    private static double units(String operation, String request) {
        return TABLE.call(operation, "{ReturnConsumedCapacity: 'TOTAL', " + request.substring(1))
                .at("/ConsumedCapacity/CapacityUnits")
                .asDouble();
    }

    @BeforeEach
    void put() {
        TABLE.put(LARGE);
    }

    @Test
    void readsTakeAUnitFor4KibibytesAndHalfOfItWhenTheyMayBeStale() {
        assertThat(units("GetItem", "{Key: {p: {S: 'a'}}}")).isEqualTo(1.5);
        assertThat(units("GetItem", "{Key: {p: {S: 'a'}}, ConsistentRead: true}")).isEqualTo(3);
        assertThat(units("GetItem", "{Key: {p: {S: 'absent'}}}")).isEqualTo(0.5);
        assertThat(units("Query", "{KeyConditionExpression: 'p = :p', ExpressionAttributeValues: {':p': {S: 'a'}}}"))
                .isEqualTo(1.5);
    }

    @Test
    void writesTakeAUnitForAKibibyteOfTheLargerItem() {
        assertThat(units("PutItem", "{Item: " + LARGE + "}")).isEqualTo(9);
        assertThat(units("PutItem", "{Item: {p: {S: 'a'}}}")).isEqualTo(9);
        assertThat(units("PutItem", "{Item: {p: {S: 'a'}}}")).isEqualTo(1);
        assertThat(units("DeleteItem", "{Key: {p: {S: 'absent'}}}")).isEqualTo(1);
    }

    @Test
    void transactionsTakeTwice() {
        JsonNode answer = Endpoint.call("TransactWriteItems", "{ReturnConsumedCapacity: 'TOTAL', TransactItems: [{Put:"
                + " {TableName: '" + TABLE.name() + "', Item: {p: {S: 'small'}}}}]}");

        assertThat(answer.at("/ConsumedCapacity/0/CapacityUnits").asDouble()).isEqualTo(2);
        assertThat(Endpoint.call("TransactGetItems", "{ReturnConsumedCapacity: 'TOTAL', TransactItems: [{Get:"
                + " {TableName: '" + TABLE.name() + "', Key: {p: {S: 'small'}}}}]}")
                .at("/ConsumedCapacity/0/CapacityUnits")
                .asDouble())
                .isEqualTo(2);
    }

    @Test
    void anIndexTakesWhenItChanges() {
        JsonNode added = TABLE.call("PutItem", "{ReturnConsumedCapacity: 'INDEXES', Item: {p: {S: 'i'}, g: {S: '1'}}}");
        JsonNode same = TABLE.call(
                "PutItem", "{ReturnConsumedCapacity: 'INDEXES', Item: {p: {S: 'i'}, g: {S: '1'}, v: {N: '1'}}}");
        JsonNode moved = TABLE.call("PutItem", "{ReturnConsumedCapacity: 'INDEXES', Item: {p: {S: 'i'}, g: {S: '2'}}}");

        assertThat(added.get("ConsumedCapacity"))
                .isEqualTo(
                        Json.json("{TableName: '" + TABLE.name() + "', CapacityUnits: 2.0, Table: {CapacityUnits: 1.0},"
                                + " GlobalSecondaryIndexes: {byG: {CapacityUnits: 1.0}}}"));
        assertThat(same.at("/ConsumedCapacity/CapacityUnits").asDouble()).isEqualTo(1);
        assertThat(moved.at("/ConsumedCapacity/CapacityUnits").asDouble()).isEqualTo(3);
    }

    @Test
    void aFailedConditionTakesToo() {
        assertThat(TABLE.call("PutItem", "{Item: {p: {S: 'none'}}}").has("ConsumedCapacity")).isFalse();
        assertThat(TABLE.refused("DeleteItem", "{Key: {p: {S: 'a'}}, ConditionExpression: 'attribute_exists(absent)',"
                + " ReturnConsumedCapacity: 'TOTAL'}")
                .code())
                .isEqualTo("ConditionalCheckFailedException");
    }
}
