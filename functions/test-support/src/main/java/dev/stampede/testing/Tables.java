package dev.stampede.testing;

import dev.stampede.model.Order;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.PurchaseLimitsTable;
import dev.stampede.model.table.StockTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The tables as contracts fill them and look at them, past the adapters.
public record Tables(DynamoDbClient dynamoDb) {

    public void put(Product product) {
        put(Cloud.PRODUCTS, ProductsTable.toItem(product));
    }

    public void put(Stock stock) {
        put(Cloud.STOCK, StockTable.toItem(stock));
    }

    public void put(Order order) {
        put(Cloud.ORDERS, OrdersTable.toItem(order));
    }

    public void putBought(String counter, long units) {
        Map<String, AttributeValue> item = new HashMap<>(PurchaseLimitsTable.key(counter));
        item.put("bought", AttributeValue.fromN(Long.toString(units)));
        put(Cloud.PURCHASE_LIMITS, item);
    }

    /// Zero where nothing was counted yet.
    public long bought(String counter) {
        Map<String, AttributeValue> item = item(Cloud.PURCHASE_LIMITS, PurchaseLimitsTable.key(counter));
        return item.isEmpty() ? 0 : PurchaseLimitsTable.bought(item);
    }

    public Stock stock(String sku) {
        return StockTable.fromItem(item(Cloud.STOCK, StockTable.key(sku)));
    }

    public Optional<Order> order(String orderId) {
        return Optional.of(item(Cloud.ORDERS, OrdersTable.key(orderId)))
                .filter(item -> !item.isEmpty())
                .map(OrdersTable::fromItem);
    }

    /// Empty where there is no such item.
    public Map<String, AttributeValue> item(String table, Map<String, AttributeValue> key) {
        return dynamoDb.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    }

    public void put(String table, Map<String, AttributeValue> item) {
        dynamoDb.putItem(put -> put.tableName(table).item(item));
    }
}
