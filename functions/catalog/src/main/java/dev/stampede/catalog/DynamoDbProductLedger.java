package dev.stampede.catalog;

import dev.stampede.catalog.ProductLedger.Outcome.Busy;
import dev.stampede.catalog.ProductLedger.Outcome.Missing;
import dev.stampede.catalog.ProductLedger.Outcome.Stale;
import dev.stampede.catalog.ProductLedger.Outcome.Written;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Transaction;
import dev.stampede.lambda.Transaction.Outcome.Committed;
import dev.stampede.lambda.Transaction.Outcome.Impossible;
import dev.stampede.lambda.Transaction.Outcome.Refused;
import dev.stampede.lambda.Transaction.Outcome.Unanswered;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.table.Condition;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockMarks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Each change is one transaction with what the product's stock is told of it.
public final class DynamoDbProductLedger implements ProductLedger {

    private static final int MAX_TRIES = 6;

    private final DynamoDbClient dynamoDb;
    private final CurrentProducts current;
    private final String productsTable;
    private final String stockTable;
    private final Backoff backoff;

    public DynamoDbProductLedger(DynamoDbClient dynamoDb, String productsTable, String stockTable, Backoff backoff) {
        this.dynamoDb = dynamoDb;
        this.current = new DynamoDbCurrentProducts(dynamoDb, productsTable);
        this.productsTable = Objects.requireNonNull(productsTable, "productsTable");
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
        this.backoff = backoff;
    }

    @Override
    public Optional<Product> find(String productId) {
        return current.find(productId);
    }

    @Override
    public Outcome insert(Product product) {
        return write(
                TransactWriteItem.builder()
                        .put(put -> put
                                .tableName(productsTable)
                                .item(ProductsTable.toItem(product))
                                .conditionExpression("attribute_not_exists(" + ProductsTable.KEY + ")")
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build(),
                StockMarks.open(stockTable, product.id(), product.createdAt(), product.sale()));
    }

    @Override
    public Outcome replace(Product product, long seenVersion, Optional<Sale> takenOff) {
        Condition asSeen = ProductsTable.isVersion(seenVersion);
        return takenOff.isEmpty()
                ? replace(product, asSeen)
                : write(TransactWriteItem.builder()
                        .put(put -> put
                                .tableName(productsTable)
                                .item(ProductsTable.toItem(product))
                                .conditionExpression(asSeen.expression())
                                .expressionAttributeNames(asSeen.names())
                                .expressionAttributeValues(asSeen.values())
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build(), StockMarks.count(stockTable, product.id(), takenOff.get()));
    }

    /// Most changes are no concern of the stock, and wait for no order.
    private Outcome replace(Product product, Condition asSeen) {
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
            return refusal(Optional.of(e.item()).filter(item -> !item.isEmpty()));
        }
    }

    @Override
    public Outcome remove(String productId, long seenVersion, Instant now, Optional<Sale> takenOff) {
        Condition asSeen = ProductsTable.isVersion(seenVersion);
        return write(
                TransactWriteItem.builder()
                        .delete(delete -> delete
                                .tableName(productsTable)
                                .key(ProductsTable.key(productId))
                                .conditionExpression(asSeen.expression())
                                .expressionAttributeNames(asSeen.names())
                                .expressionAttributeValues(asSeen.values())
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build(),
                StockMarks.close(stockTable, productId, now, takenOff));
    }

    /// The stock is the item that every order of a sale writes: whoever meets them there tries again.
    private Outcome write(TransactWriteItem product, TransactWriteItem stock) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            if (tries > 0) {
                backoff.pause(tries - 1);
            }
            switch (Transaction.write(dynamoDb, List.of(product, stock))) {
                case Committed _ -> {
                    return new Written();
                }
                case Refused refused -> {
                    return refused.isFailed(0) ? refusal(refused.found(0)) : new Busy();
                }
                case Transaction.Outcome.Busy _ -> {}
                case Unanswered(SdkException cause) -> throw cause;
                case Impossible(_, SdkException cause) -> throw cause;
            }
        }
        return new Busy();
    }

    private static Outcome refusal(Optional<Map<String, AttributeValue>> current) {
        return current.<Outcome>map(item -> new Stale(ProductsTable.fromItem(item).version())).orElseGet(Missing::new);
    }
}
