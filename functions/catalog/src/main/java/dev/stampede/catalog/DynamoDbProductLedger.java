package dev.stampede.catalog;

import dev.stampede.catalog.ProductLedger.Outcome.Busy;
import dev.stampede.catalog.ProductLedger.Outcome.Missing;
import dev.stampede.catalog.ProductLedger.Outcome.Stale;
import dev.stampede.catalog.ProductLedger.Outcome.Written;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Cancellation;
import dev.stampede.lambda.PassingFailure;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.table.Condition;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockMarks;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

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
            return refusal(e.hasItem(), e.item());
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
            try {
                dynamoDb.transactWriteItems(write -> write.transactItems(product, stock));
                return new Written();
            } catch (TransactionCanceledException e) {
                CancellationReason refused = e.cancellationReasons().getFirst();
                if (Cancellation.isFailedCondition(refused)) {
                    return refusal(refused.hasItem(), refused.item());
                }
                if (e.cancellationReasons().stream().anyMatch(Cancellation::isFailedCondition)) {
                    return new Busy();
                }
                if (!Cancellation.isLostRace(e.cancellationReasons())) {
                    throw e;
                }
            } catch (DynamoDbException e) {
                if (!PassingFailure.isBusy(e)) {
                    throw e;
                }
            }
        }
        return new Busy();
    }

    private static Outcome refusal(boolean isThere, Map<String, AttributeValue> item) {
        return isThere && !item.isEmpty()
                ? new Stale(ProductsTable.fromItem(item).version())
                : new Missing();
    }
}
