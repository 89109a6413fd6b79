package dev.stampede.cart;

import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.DynamoDbOffers;
import dev.stampede.lambda.Environment;
import dev.stampede.model.Offers;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The tables that a function of the cart works on, by its environment.
record DynamoDbTables(Carts carts, Offers offers) {

    static DynamoDbTables of(Map<String, String> env) {
        DynamoDbClient dynamoDb = AwsClients.build(DynamoDbClient.builder());
        return new DynamoDbTables(
                new DynamoDbCarts(dynamoDb, Environment.required(env, "CARTS_TABLE")),
                new DynamoDbOffers(
                        dynamoDb,
                        Environment.required(env, "PRODUCTS_TABLE"),
                        Environment.required(env, "STOCK_TABLE")));
    }
}
