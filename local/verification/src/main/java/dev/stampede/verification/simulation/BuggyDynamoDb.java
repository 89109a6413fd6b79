package dev.stampede.verification.simulation;

import static dev.stampede.model.table.Attributes.required;
import static dev.stampede.verification.simulation.PlantedBug.DEDUPE_BY_MESSAGE_ID;
import static dev.stampede.verification.simulation.PlantedBug.LIMIT_NOT_RELEASED;
import static dev.stampede.verification.simulation.PlantedBug.LIMIT_OUTSIDE_TRANSACTION;
import static dev.stampede.verification.simulation.PlantedBug.MAIL_WITHOUT_LEDGER;
import static dev.stampede.verification.simulation.PlantedBug.NO_SALE_CONDITION;
import static dev.stampede.verification.simulation.PlantedBug.NO_STOCK_CONDITION;
import static dev.stampede.verification.simulation.PlantedBug.PUT_OVER_EXISTING;
import static dev.stampede.verification.simulation.PlantedBug.RELEASE_WITHOUT_CONDITION;
import static dev.stampede.verification.simulation.PlantedBug.RELEASE_WITHOUT_MARK;
import static dev.stampede.verification.simulation.PlantedBug.SOLD_OUT_ON_CONFLICT;
import static dev.stampede.verification.simulation.PlantedBug.STALE_VERSION_WRITTEN;

import dev.stampede.model.Stock;
import dev.stampede.model.table.StockTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// Leaves out of writes what makes them safe.
final class BuggyDynamoDb implements DynamoDbClient {

    private final DynamoDbClient dynamoDb;
    private final PlantedBug bug;
    private int marks;

    BuggyDynamoDb(DynamoDbClient dynamoDb, PlantedBug bug) {
        this.dynamoDb = dynamoDb;
        this.bug = bug;
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        String table = request.tableName();
        boolean unsafe = bug == STALE_VERSION_WRITTEN && table.equals("Orders")
                || bug == MAIL_WITHOUT_LEDGER && table.equals("Emails");
        return dynamoDb.updateItem(
                unsafe
                        ? request.toBuilder().conditionExpression(always(request.conditionExpression())).build()
                        : request);
    }

    /// A condition that holds, and in which the names and values of the right one are still used: DynamoDB refuses a
    /// request with others.
    private static @Nullable String always(@Nullable String condition) {
        return condition == null ? null : orElse(condition, "attribute_not_exists(nothing)");
    }

    private static String orElse(String condition, String weaker) {
        return "(" + condition + ") OR " + weaker;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        List<TransactWriteItem> actions = new ArrayList<>();
        for (TransactWriteItem action : request.transactItems()) {
            if (action.put() != null) {
                actions.add(TransactWriteItem.builder().put(put(action.put())).build());
            } else if (!isLeftOut(action.update())) {
                actions.add(TransactWriteItem.builder().update(update(action.update())).build());
            }
        }
        try {
            return dynamoDb.transactWriteItems(request.toBuilder().transactItems(actions).build());
        } catch (TransactionCanceledException e) {
            throw bug == SOLD_OUT_ON_CONFLICT ? soldOut(actions, e) : e;
        }
    }

    private Put put(Put put) {
        if (bug == PUT_OVER_EXISTING && put.tableName().equals("Orders")) {
            return put.toBuilder().conditionExpression(always(put.conditionExpression())).build();
        }
        if (bug == DEDUPE_BY_MESSAGE_ID && put.tableName().equals("SalesMetrics")) {
            Map<String, AttributeValue> item = new HashMap<>(put.item());
            item.put("metric", AttributeValue.fromS("message " + ++marks));
            return put.toBuilder().item(item).build();
        }
        return put;
    }

    private boolean isLeftOut(Update update) {
        boolean limit = update.tableName().equals("PurchaseLimits");
        if (limit && bug == LIMIT_OUTSIDE_TRANSACTION) {
            dynamoDb.updateItem(UpdateItemRequest.builder()
                    .tableName(update.tableName())
                    .key(update.key())
                    .updateExpression(update.updateExpression())
                    .conditionExpression(always(update.conditionExpression()))
                    .expressionAttributeNames(
                            update.hasExpressionAttributeNames() ? update.expressionAttributeNames() : null)
                    .expressionAttributeValues(update.expressionAttributeValues())
                    .build());
        }
        return limit && bug == LIMIT_OUTSIDE_TRANSACTION
                || limit && bug == LIMIT_NOT_RELEASED && update.updateExpression().contains("- :units")
                || bug == RELEASE_WITHOUT_MARK && update.tableName().equals("Orders");
    }

    private Update update(Update update) {
        boolean reserves =
                update.tableName().equals("Stock") && "reserved".equals(update.expressionAttributeNames().get("#to"));
        if (bug == NO_STOCK_CONDITION && reserves
                || bug == RELEASE_WITHOUT_CONDITION && update.tableName().equals("Orders")) {
            return update.toBuilder().conditionExpression(always(update.conditionExpression())).build();
        }
        return bug == NO_SALE_CONDITION && reserves
                ? update.toBuilder()
                        .conditionExpression(orElse(update.conditionExpression(), "#from >= :units"))
                        .build()
                : update;
    }

    private static RuntimeException soldOut(List<TransactWriteItem> actions, TransactionCanceledException conflict) {
        List<CancellationReason> reasons = new ArrayList<>();
        for (int place = 0; place < actions.size(); place++) {
            Update update = actions.get(place).update();
            CancellationReason reason = conflict.cancellationReasons().get(place);
            boolean stock = update != null && update.tableName().equals("Stock");
            reasons.add(stock && reason.code().equals("TransactionConflict")
                    ? CancellationReason.builder().code("ConditionalCheckFailed")
                            .item(StockTable.toItem(Stock.of(required(update.key(), "sku").s(), 0))).build()
                    : reason);
        }
        return AwsErrors.cancelled(reasons);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return dynamoDb.getItem(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return dynamoDb.batchGetItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return dynamoDb.query(request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return dynamoDb.putItem(request);
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
        return dynamoDb.batchExecuteStatement(request);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
