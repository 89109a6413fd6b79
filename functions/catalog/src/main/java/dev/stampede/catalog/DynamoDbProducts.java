package dev.stampede.catalog;

import dev.stampede.model.Product;
import dev.stampede.model.table.ProductsTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

public final class DynamoDbProducts implements Products {

    private final DynamoDbClient dynamoDb;
    private final String productsTable;

    public DynamoDbProducts(DynamoDbClient dynamoDb, String productsTable) {
        this.dynamoDb = dynamoDb;
        this.productsTable = Objects.requireNonNull(productsTable, "productsTable");
    }

    @Override
    public List<Product> all() {
        ScanRequest scan = ScanRequest.builder().tableName(productsTable).build();
        return dynamoDb.scanPaginator(scan).items().stream().map(ProductsTable::fromItem).toList();
    }

    @Override
    public Optional<Product> find(String productId) {
        GetItemResponse response = dynamoDb.getItem(get -> get
                .tableName(productsTable)
                .key(ProductsTable.key(productId)));
        return response.hasItem() ? Optional.of(ProductsTable.fromItem(response.item())) : Optional.empty();
    }

    @Override
    public List<Product> inCategory(String category) {
        QueryRequest query = QueryRequest.builder()
                .tableName(productsTable)
                .indexName(ProductsTable.BY_CATEGORY)
                .keyConditionExpression("#category = :category")
                .expressionAttributeNames(Map.of("#category", ProductsTable.CATEGORY))
                .expressionAttributeValues(Map.of(":category", AttributeValue.fromS(category)))
                .build();
        return dynamoDb.queryPaginator(query).items().stream().map(ProductsTable::fromItem).toList();
    }
}
