package dev.stampede.catalog;

import dev.stampede.model.Product;
import dev.stampede.model.table.ProductsTable;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

public final class DynamoDbCurrentProducts implements CurrentProducts {

    private final DynamoDbClient dynamoDb;
    private final String productsTable;

    public DynamoDbCurrentProducts(DynamoDbClient dynamoDb, String productsTable) {
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
}
