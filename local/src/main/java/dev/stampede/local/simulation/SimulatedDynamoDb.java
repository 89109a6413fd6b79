package dev.stampede.local.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// DynamoDB as far as the shop uses it: conditional writes, transactions that meet each other, eventually consistent
/// reads and an index. What it does not know, it refuses.
final class SimulatedDynamoDb implements DynamoDbClient {

    private static final Pattern ATTRIBUTE = Pattern.compile("'([^']+)': \\?");
    private static final Pattern INSERT = Pattern.compile("INSERT INTO \"([^\"]+)\" VALUE .*");

    /// What the SDK tries again when a single write meets a transaction.
    private static final int CONFLICT_TRIES = 4;

    private final Tables tables;
    private final Calls calls;
    private final Scheduler scheduler;
    private final Faults faults;
    private final Transactions transactions;

    SimulatedDynamoDb(Tables tables, Calls calls, Scheduler scheduler, Faults faults, Dice dice) {
        this.tables = tables;
        this.calls = calls;
        this.scheduler = scheduler;
        this.faults = faults;
        this.transactions = new Transactions(tables, scheduler, faults, dice);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        Table table = tables.named(request.tableName());
        String key = table.key(request.key());
        return calls.read("GetItem " + name(table, key), AwsErrors::throttled, () ->
                GetItemResponse.builder().item(read(table, key, Boolean.TRUE.equals(request.consistentRead()))).build());
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return calls.read("BatchGetItem " + String.join(" ", request.requestItems().keySet()), AwsErrors::throttled, () -> {
            Map<String, List<Map<String, AttributeValue>>> found = new LinkedHashMap<>();
            request.requestItems().forEach((name, wanted) -> {
                Table table = tables.named(name);
                found.put(name, wanted.keys().stream()
                        .map(key -> read(table, table.key(key), Boolean.TRUE.equals(wanted.consistentRead())))
                        .filter(item -> item != null)
                        .toList());
            });
            return BatchGetItemResponse.builder().responses(found).unprocessedKeys(Map.of()).build();
        });
    }

    /// Of an index that holds the keys alone; each item may be seen as it was a moment ago.
    @Override
    public QueryResponse query(QueryRequest request) {
        Table table = tables.named(request.tableName());
        return calls.read("Query " + table.name() + "/" + request.indexName(), AwsErrors::throttled, () -> {
            List<Map<String, AttributeValue>> found = new ArrayList<>();
            for (String key : table.keys()) {
                Map<String, AttributeValue> item = read(table, key, false);
                if (item != null && item.containsKey("dueShard") && tables.holds(request.keyConditionExpression(), item,
                        request.expressionAttributeNames(), request.expressionAttributeValues())) {
                    found.add(Map.of("orderId", item.get("orderId"), "dueShard", item.get("dueShard"), "dueAt", item.get("dueAt")));
                }
            }
            found.sort(Comparator.comparing(item -> item.get("dueAt").s()));
            int limit = Optional.ofNullable(request.limit()).orElse(Integer.MAX_VALUE);
            return QueryResponse.builder().items(found.subList(0, Math.min(limit, found.size()))).build();
        });
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        Table table = tables.named(request.tableName());
        String key = table.key(request.key());
        return calls.write("UpdateItem " + name(table, key), AwsErrors::throttled, () -> {
            awaitTransaction(table, key);
            Map<String, AttributeValue> before = table.get(key);
            if (!tables.holds(request.conditionExpression(), before,
                    request.expressionAttributeNames(), request.expressionAttributeValues())) {
                throw AwsErrors.conditionFailed(shown(before, request.returnValuesOnConditionCheckFailure()));
            }
            Map<String, AttributeValue> after = tables.updated(request.updateExpression(), before, request.key(),
                    request.expressionAttributeNames(), request.expressionAttributeValues());
            tables.committed(List.of(table.put(key, after, scheduler.now())));
            return UpdateItemResponse.builder().attributes(after).build();
        });
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        Table table = tables.named(request.tableName());
        String key = table.key(request.item());
        return calls.write("PutItem " + name(table, key), AwsErrors::throttled, () -> {
            awaitTransaction(table, key);
            if (!tables.holds(request.conditionExpression(), table.get(key),
                    request.expressionAttributeNames(), request.expressionAttributeValues())) {
                throw AwsErrors.conditionFailed(shown(table.get(key), request.returnValuesOnConditionCheckFailure()));
            }
            tables.committed(List.of(table.put(key, request.item(), scheduler.now())));
            return PutItemResponse.builder().build();
        });
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return calls.writeOnce("TransactWriteItems " + Transactions.name(request), AwsErrors::throttled, () -> {
            transactions.write(request.transactItems());
            return TransactWriteItemsResponse.builder().build();
        });
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
        return calls.write("BatchExecuteStatement of " + request.statements().size(), AwsErrors::throttled, () ->
                BatchExecuteStatementResponse.builder()
                        .responses(request.statements().stream().map(this::insert).toList())
                        .build());
    }

    private BatchStatementResponse insert(BatchStatementRequest statement) {
        var insert = INSERT.matcher(statement.statement());
        if (!insert.matches()) {
            throw new IllegalArgumentException("the simulated table does not know the statement: " + statement.statement());
        }
        Table table = tables.named(insert.group(1));
        List<String> names = ATTRIBUTE.matcher(statement.statement()).results().map((MatchResult it) -> it.group(1)).toList();
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            item.put(names.get(i), statement.parameters().get(i));
        }
        String key = table.key(item);
        if (table.isLocked(key)) {
            return refused(BatchStatementErrorCodeEnum.TRANSACTION_CONFLICT);
        }
        if (faults.strikes(Fault.THROTTLE)) {
            return refused(BatchStatementErrorCodeEnum.PROVISIONED_THROUGHPUT_EXCEEDED);
        }
        if (table.get(key) != null) {
            return refused(BatchStatementErrorCodeEnum.DUPLICATE_ITEM);
        }
        tables.committed(List.of(table.put(key, item, scheduler.now())));
        return BatchStatementResponse.builder().build();
    }

    private static BatchStatementResponse refused(BatchStatementErrorCodeEnum code) {
        return BatchStatementResponse.builder().error(error -> error.code(code)).build();
    }

    private Map<String, AttributeValue> read(Table table, String key, boolean consistent) {
        return !consistent && faults.strikes(Fault.STALE_READ) ? table.stale(key, scheduler.now()) : table.get(key);
    }

    private void awaitTransaction(Table table, String key) {
        for (int attempt = 1; table.isLocked(key); attempt++) {
            if (attempt == CONFLICT_TRIES) {
                scheduler.current().disturb();
                throw AwsErrors.conflict();
            }
            scheduler.pause(5L << attempt);
        }
    }

    private static Map<String, AttributeValue> shown(
            Map<String, AttributeValue> item, ReturnValuesOnConditionCheckFailure wanted) {
        return wanted == ReturnValuesOnConditionCheckFailure.ALL_OLD ? item : null;
    }

    static String name(Table table, String key) {
        return table.name() + " " + (key.length() > 12 ? key.substring(0, 8) : key);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
