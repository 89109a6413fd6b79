package dev.stampede.catalog;

import dev.stampede.catalog.ProductLedger.Outcome.Missing;
import dev.stampede.catalog.ProductLedger.Outcome.Stale;
import dev.stampede.catalog.ProductLedger.Outcome.Written;
import dev.stampede.model.Product;
import dev.stampede.model.table.Condition;
import dev.stampede.model.table.ProductsTable;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

public final class DynamoDbProductLedger implements ProductLedger {

    private final DynamoDbClient dynamoDb;
    private final String productsTable;

    public DynamoDbProductLedger(DynamoDbClient dynamoDb, String productsTable) {
        this.dynamoDb = dynamoDb;
        this.productsTable = Objects.requireNonNull(productsTable, "productsTable");
    }

    @Override
    public Optional<Product> find(String productId) {
        GetItemResponse response = dynamoDb.getItem(get -> get
                .tableName(productsTable)
                .key(ProductsTable.key(productId))
                .consistentRead(true));
        return response.hasItem() ? Optional.of(ProductsTable.fromItem(response.item())) : Optional.empty();
    }

    @Override
    public boolean insert(Product product) {
        try {
            dynamoDb.putItem(put -> put
                    .tableName(productsTable)
                    .item(ProductsTable.toItem(product))
                    .conditionExpression("attribute_not_exists(" + ProductsTable.KEY + ")"));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public Outcome replace(Product product, long seenVersion) {
        Condition asSeen = ProductsTable.isVersion(seenVersion);
        try {
            dynamoDb.putItem(put -> put
                    .tableName(productsTable)
                    .item(ProductsTable.toItem(product))
                    .conditionExpression(asSeen.expression())
                    .expressionAttributeNames(asSeen.names())
                    .expressionAttributeValues(asSeen.values())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Written();
        } catch (ConditionalCheckFailedException e) {
            return refusal(e);
        }
    }

    @Override
    public Outcome remove(String productId, long seenVersion) {
        Condition asSeen = ProductsTable.isVersion(seenVersion);
        try {
            dynamoDb.deleteItem(delete -> delete
                    .tableName(productsTable)
                    .key(ProductsTable.key(productId))
                    .conditionExpression(asSeen.expression())
                    .expressionAttributeNames(asSeen.names())
                    .expressionAttributeValues(asSeen.values())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Written();
        } catch (ConditionalCheckFailedException e) {
            return refusal(e);
        }
    }

    private static Outcome refusal(ConditionalCheckFailedException e) {
        return e.hasItem() && !e.item().isEmpty()
                ? new Stale(ProductsTable.fromItem(e.item()).version())
                : new Missing();
    }
}
