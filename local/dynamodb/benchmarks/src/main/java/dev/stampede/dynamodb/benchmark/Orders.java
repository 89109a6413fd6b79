package dev.stampede.dynamodb.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table as a shop has it: orders of some 700 bytes, one index over the customer, a stream with both images. Requests
/// and answers are texts, so that reading and writing JSON is a part of every figure.
record Orders(DynamoDb engine) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ORDERS_OF_A_CUSTOMER = 40;

    void create() {
        call("CreateTable", """
                {"TableName": "Orders", "BillingMode": "PAY_PER_REQUEST",
                 "KeySchema": [{"AttributeName": "orderId", "KeyType": "HASH"}],
                 "AttributeDefinitions": [
                   {"AttributeName": "orderId", "AttributeType": "S"},
                   {"AttributeName": "customer", "AttributeType": "S"},
                   {"AttributeName": "createdAt", "AttributeType": "S"}],
                 "GlobalSecondaryIndexes": [{"IndexName": "byCustomer",
                   "KeySchema": [{"AttributeName": "customer", "KeyType": "HASH"},
                                 {"AttributeName": "createdAt", "KeyType": "RANGE"}],
                   "Projection": {"ProjectionType": "KEYS_ONLY"}}],
                 "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}""");
    }

    /// @param number of the first
    void fill(int number, int orders) {
        for (int i = 0; i < orders; i += 25) {
            call("BatchWriteItem", IntStream.range(number + i, number + Math.min(i + 25, orders))
                    .mapToObj(each -> "{\"PutRequest\": {\"Item\": " + order(each) + "}}")
                    .collect(Collectors.joining(",", "{\"RequestItems\": {\"Orders\": [", "]}}")));
        }
    }

    String put(int number) {
        return call("PutItem", "{\"TableName\": \"Orders\", \"Item\": " + order(number) + "}");
    }

    String get(int number) {
        return call("GetItem", "{\"TableName\": \"Orders\", \"Key\": " + key(number) + "}");
    }

    String conditionalUpdate(int number) {
        return call("UpdateItem", "{\"TableName\": \"Orders\", \"Key\": " + key(number) + ", "
                + "\"UpdateExpression\": \"SET version = version + :one, #status = :to\","
                + "\"ConditionExpression\": \"attribute_exists(orderId) AND version >= :one\","
                + "\"ExpressionAttributeNames\": {\"#status\": \"status\"},"
                + "\"ExpressionAttributeValues\": {\":one\": {\"N\": \"1\"}, \":to\": {\"S\": \"CONFIRMED\"}}}");
    }

    /// New orders, together or not at all.
    String transaction(int number, int orders) {
        return call("TransactWriteItems", IntStream.range(number, number + orders)
                .mapToObj(each -> "{\"Put\": {\"TableName\": \"Orders\","
                        + "\"ConditionExpression\": \"attribute_not_exists(orderId)\", \"Item\": " + order(each) + "}}")
                .collect(Collectors.joining(",", "{\"TransactItems\": [", "]}")));
    }

    /// Twenty orders of the customer of one.
    String query(int number) {
        return call("Query", "{\"TableName\": \"Orders\", \"IndexName\": \"byCustomer\", \"Limit\": 20,"
                + "\"KeyConditionExpression\": \"customer = :customer\","
                + "\"ExpressionAttributeValues\": {\":customer\": {\"S\": \"" + customer(number) + "\"}}}");
    }

    private static String key(int number) {
        return "{\"orderId\": {\"S\": \"" + id(number) + "\"}}";
    }

    private static String id(int number) {
        return "order-%08x-0000-4000-8000-000000000000".formatted(Integer.reverse(number));
    }

    private static String customer(int number) {
        return "shopper" + number / ORDERS_OF_A_CUSTOMER + "@example.com";
    }

    private static String order(int number) {
        return "{\"orderId\": {\"S\": \"" + id(number) + "\"}, \"customer\": {\"S\": \"" + customer(number) + "\"},"
                + "\"createdAt\": {\"S\": \"2026-11-27T08:00:00.%09dZ\"},".formatted(number)
                + "\"status\": {\"S\": \"RESERVED\"}, \"version\": {\"N\": \"1\"}, \"total\": {\"N\": \"172799\"},"
                + "\"lines\": {\"L\": [{\"M\": {\"sku\": {\"S\": \"rtx-4090\"}, \"quantity\": {\"N\": \"1\"},"
                + "\"price\": {\"N\": \"159999\"}}}, {\"M\": {\"sku\": {\"S\": \"cable-usb-c\"},"
                + "\"quantity\": {\"N\": \"4\"}, \"price\": {\"N\": \"3200\"}}}]},"
                + "\"note\": {\"S\": \"" + "Please leave it with the neighbour. ".repeat(10) + "\"}}";
    }

    private String call(String operation, String request) {
        try {
            return JSON.writeValueAsString(engine.call(operation, (ObjectNode) JSON.readTree(request)).body());
        } catch (DynamoDbException e) {
            throw new IllegalStateException(operation + " was refused: " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
