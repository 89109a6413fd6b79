package dev.stampede.reservation;

import dev.stampede.lambda.PassingFailure;
import dev.stampede.model.Order;
import dev.stampede.model.table.OrdersTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// Inserts rejected orders by PartiQL, 25 in a call. BatchWriteItem takes as many, but has no conditions: it would put
/// a rejection over an order that another run has just reserved. An INSERT of an item that exists fails
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.insert.html; docs/decisions/0003).
final class DynamoDbRejectedOrders {

    private static final int MAX_STATEMENTS = 25;

    private final DynamoDbClient dynamoDb;
    private final String ordersTable;

    DynamoDbRejectedOrders(DynamoDbClient dynamoDb, String ordersTable) {
        this.dynamoDb = dynamoDb;
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
    }

    /// @return the ids of the orders that are not recorded
    Set<String> insert(List<Order> orders) {
        Set<String> unrecorded = new HashSet<>();
        for (int from = 0; from < orders.size(); from += MAX_STATEMENTS) {
            insertBatch(orders.subList(from, Math.min(from + MAX_STATEMENTS, orders.size())), unrecorded);
        }
        return unrecorded;
    }

    private void insertBatch(List<Order> orders, Set<String> unrecorded) {
        List<BatchStatementRequest> statements = orders.stream().map(this::statement).toList();
        try {
            List<BatchStatementResponse> responses =
                    dynamoDb.batchExecuteStatement(batch -> batch.statements(statements)).responses();
            for (int i = 0; i < orders.size(); i++) {
                if (isRefused(responses.get(i))) {
                    unrecorded.add(orders.get(i).orderId());
                }
            }
        } catch (DynamoDbException e) {
            insertParts(orders, unrecorded, e);
        }
    }

    /// A call that is refused as a whole may be so for one order of it.
    private void insertParts(List<Order> orders, Set<String> unrecorded, DynamoDbException refused) {
        boolean invalid = "ValidationException".equals(refused.awsErrorDetails().errorCode());
        if (invalid && orders.size() > 1) {
            insertBatch(orders.subList(0, orders.size() / 2), unrecorded);
            insertBatch(orders.subList(orders.size() / 2, orders.size()), unrecorded);
        } else if (invalid || PassingFailure.isBusy(refused)) {
            orders.forEach(order -> unrecorded.add(order.orderId()));
        } else {
            throw refused;
        }
    }

    private BatchStatementRequest statement(Order order) {
        Map<String, AttributeValue> item = new TreeMap<>(OrdersTable.toItem(order));
        String attributes = item.keySet().stream().map(name -> "'" + name + "': ?").collect(Collectors.joining(", "));
        return BatchStatementRequest.builder()
                .statement("INSERT INTO \"" + ordersTable + "\" VALUE {" + attributes + "}")
                .parameters(new ArrayList<>(item.values()))
                .build();
    }

    private static boolean isRefused(BatchStatementResponse response) {
        return response.error() != null && response.error().code() != BatchStatementErrorCodeEnum.DUPLICATE_ITEM;
    }
}
