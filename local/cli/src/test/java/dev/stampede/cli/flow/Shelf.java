package dev.stampede.cli.flow;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Puts products for sale, past the API.
record Shelf(DynamoDbClient operator) {

    void put(String sku, int units, Optional<Integer> limitPerCustomer, Optional<Sale> sale) {
        Product product = new Product(sku, "Test product", Money.ofMinor(1_999), Optional.empty(), "For one test.",
                "test", "/images/products/rtx-4090.svg", limitPerCustomer, sale, 1);
        operator.putItem(put -> put.tableName("Stock").item(StockTable.toItem(Stock.of(sku, units))));
        operator.putItem(put -> put.tableName("Products").item(ProductsTable.toItem(product)));
    }
}
