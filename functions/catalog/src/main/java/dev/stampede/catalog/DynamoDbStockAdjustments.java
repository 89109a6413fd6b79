package dev.stampede.catalog;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.catalog.StockAdjustments.Outcome.Applied;
import dev.stampede.catalog.StockAdjustments.Outcome.AppliedBefore;
import dev.stampede.catalog.StockAdjustments.Outcome.Busy;
import dev.stampede.catalog.StockAdjustments.Outcome.PreconditionFailed;
import dev.stampede.lambda.Transaction;
import dev.stampede.lambda.Transaction.Outcome.Committed;
import dev.stampede.lambda.Transaction.Outcome.Impossible;
import dev.stampede.lambda.Transaction.Outcome.Refused;
import dev.stampede.lambda.Transaction.Outcome.Unanswered;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ConditionalUpdate;
import dev.stampede.model.table.StockTable;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The Stock table and the table StockAdjustments, keyed by `adjustmentId`: the SKU, `#` and the idempotency key. Its
/// index `bySku` (sku, at) has them in the order of time. An entry and its change are one transaction.
public final class DynamoDbStockAdjustments implements StockAdjustments {

    private static final String BY_SKU = "bySku";
    private static final String KEY = "adjustmentId";
    private final DynamoDbClient dynamoDb;
    private final String stockTable;
    private final String adjustmentsTable;

    public DynamoDbStockAdjustments(DynamoDbClient dynamoDb, String stockTable, String adjustmentsTable) {
        this.dynamoDb = dynamoDb;
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
        this.adjustmentsTable = Objects.requireNonNull(adjustmentsTable, "adjustmentsTable");
    }

    @Override
    public Optional<Stock> stock(String sku) {
        GetItemResponse response = dynamoDb.getItem(get -> get
                .tableName(stockTable)
                .key(StockTable.key(sku))
                .consistentRead(true));
        return response.hasItem() ? Optional.of(StockTable.fromItem(response.item())) : Optional.empty();
    }

    @Override
    public Outcome book(StockAdjustment adjustment) {
        ConditionalUpdate update = adjustment.available()
                .map(level -> StockTable.set(adjustment.sku(), level - adjustment.units(), level))
                .orElseGet(() -> StockTable.adjust(adjustment.sku(), adjustment.units()));
        return write(adjustment, update.action(stockTable));
    }

    @Override
    public boolean open(StockAdjustment adjustment) {
        Stock first = Stock.of(adjustment.sku(), adjustment.units());
        TransactWriteItem put = TransactWriteItem.builder()
                .put(item -> item
                        .tableName(stockTable)
                        .item(StockTable.toItem(first))
                        .conditionExpression("attribute_not_exists(" + StockTable.KEY + ")"))
                .build();
        return write(adjustment, put) instanceof Applied;
    }

    @Override
    public List<StockAdjustment> newest(String sku, int limit) {
        QueryRequest query = QueryRequest.builder()
                .tableName(adjustmentsTable)
                .indexName(BY_SKU)
                .keyConditionExpression("sku = :sku")
                .expressionAttributeValues(Map.of(":sku", AttributeValue.fromS(sku)))
                .scanIndexForward(false)
                .limit(limit)
                .build();
        return dynamoDb.query(query).items().stream().map(DynamoDbStockAdjustments::fromItem).toList();
    }

    /// The entry comes first, so that the reasons of a cancelled transaction begin with its own.
    private Outcome write(StockAdjustment adjustment, TransactWriteItem change) {
        TransactWriteItem entry = TransactWriteItem.builder()
                .put(put -> put
                        .tableName(adjustmentsTable)
                        .item(toItem(adjustment))
                        .conditionExpression("attribute_not_exists(" + KEY + ")")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
        return switch (Transaction.write(dynamoDb, List.of(entry, change))) {
            case Committed _ -> new Applied();
            case Refused refused -> refusal(refused);
            // Whether it was written after all does not matter: then the next try finds the entry.
            case Transaction.Outcome.Busy _ -> new Busy();
            case Unanswered(SdkException cause) -> throw cause;
            case Impossible(_, SdkException cause) -> throw cause;
        };
    }

    private static Outcome refusal(Refused refused) {
        Optional<Map<String, AttributeValue>> entry = refused.found(0);
        if (entry.isPresent()) {
            return new AppliedBefore(fromItem(entry.get()));
        }
        // A conflict hides whether there is an entry: only where there is none does the stock's refusal count.
        return refused.isContended() ? new Busy() : new PreconditionFailed(refused.found(1).map(StockTable::fromItem));
    }

    private static Map<String, AttributeValue> toItem(StockAdjustment adjustment) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                KEY, AttributeValue.fromS(adjustment.sku() + "#" + adjustment.key()),
                "sku", AttributeValue.fromS(adjustment.sku()),
                "units", number(adjustment.units()),
                "reason", AttributeValue.fromS(adjustment.reason()),
                "at", AttributeValue.fromS(Timestamps.format(adjustment.at())),
                "by", AttributeValue.fromS(adjustment.by())));
        adjustment.available().ifPresent(level -> item.put("available", number(level)));
        return item;
    }

    private static StockAdjustment fromItem(Map<String, AttributeValue> item) {
        String sku = required(item, "sku").s();
        return new StockAdjustment(
                sku,
                required(item, KEY).s().substring(sku.length() + 1),
                Long.parseLong(required(item, "units").n()),
                Optional.ofNullable(item.get("available")).map(level -> Long.valueOf(level.n())),
                required(item, "reason").s(),
                Instant.parse(required(item, "at").s()),
                required(item, "by").s());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
