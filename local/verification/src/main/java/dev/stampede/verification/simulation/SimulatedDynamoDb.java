package dev.stampede.verification.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
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
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// The engine as a client of AWS in a bad world: here faults strike, and reads that may be out of date are. What is
/// written and answered is the engine's own doing.
final class SimulatedDynamoDb implements DynamoDbClient {

    /// What the SDK tries again when a single write meets a transaction.
    private static final int CONFLICT_TRIES = 4;

    private final Tables tables;
    private final Calls calls;
    private final Scheduler scheduler;
    private final Faults faults;
    private final Transactions transactions;
    private final Map<Table, LaggingIndex> lagging = new HashMap<>();

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
        return calls.read("GetItem " + name(table, key), AwsErrors::throttled, () -> {
            if (isStale(request.consistentRead())) {
                return GetItemResponse.builder().item(table.stale(key, scheduler.now())).build();
            }
            JsonNode item = read("GetItem", request).get("Item");
            return GetItemResponse.builder().item(item == null ? null : ItemJson.item(item)).build();
        });
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return calls.read("BatchGetItem " + String.join(" ", request.requestItems().keySet()), AwsErrors::throttled,
                () -> {
                    ObjectNode answer = read("BatchGetItem", request);
                    Map<String, List<Map<String, AttributeValue>>> found = new LinkedHashMap<>();
                    request.requestItems().forEach((name, wanted) -> found.put(name,
                            found(tables.named(name), wanted, answer.get("Responses").get(name))));
                    return BatchGetItemResponse.builder().responses(found).unprocessedKeys(Map.of()).build();
                });
    }

    private List<Map<String, AttributeValue>> found(Table table, KeysAndAttributes wanted, JsonNode answer) {
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        answer.valueStream().map(ItemJson::item).forEach(item -> items.put(table.key(item), item));
        return wanted.keys().stream()
                .map(table::key)
                .map(key -> isStale(wanted.consistentRead()) ? table.stale(key, scheduler.now()) : items.get(key))
                .filter(Objects::nonNull)
                .toList();
    }

    /// Each item may be seen as it was a moment ago.
    @Override
    public QueryResponse query(QueryRequest request) {
        Table table = tables.named(request.tableName());
        return calls.read("Query " + table.name() + "/" + request.indexName(), AwsErrors::throttled, () -> {
            Set<String> late = new HashSet<>();
            for (String key : table.keys()) {
                if (isStale(request.consistentRead())) {
                    late.add(key);
                }
            }
            ObjectNode answer =
                    late.isEmpty() ? read("Query", request) : lagging(table).query(ItemJson.request(request), late);
            return QueryResponse.builder()
                    .items(answer.get("Items").valueStream().map(ItemJson::item).toList())
                    .lastEvaluatedKey(
                            answer.has("LastEvaluatedKey") ? ItemJson.item(answer.get("LastEvaluatedKey")) : null)
                    .build();
        });
    }

    private LaggingIndex lagging(Table table) {
        return lagging.computeIfAbsent(table,
                _ -> new LaggingIndex(table, () -> Instant.ofEpochMilli(scheduler.now())));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        Table table = tables.named(request.tableName());
        return calls.write("UpdateItem " + name(table, table.key(request.key())), AwsErrors::throttled, () -> {
            JsonNode attributes = writeAlone("UpdateItem", request).get("Attributes");
            return UpdateItemResponse.builder().attributes(attributes == null ? null : ItemJson.item(attributes))
                    .build();
        });
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        Table table = tables.named(request.tableName());
        return calls.write("PutItem " + name(table, table.key(request.item())), AwsErrors::throttled, () -> {
            writeAlone("PutItem", request);
            return PutItemResponse.builder().build();
        });
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return calls.writeOnce("TransactWriteItems " + Transactions.name(request), AwsErrors::throttled, () -> {
            transactions.write(request);
            return TransactWriteItemsResponse.builder().build();
        });
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
        return calls.write("BatchExecuteStatement of " + request.statements().size(), AwsErrors::throttled,
                () -> BatchExecuteStatementResponse.builder()
                        .responses(request.statements().stream().map(this::execute).toList())
                        .build());
    }

    /// Each by itself, as one may be throttled and the next not.
    private BatchStatementResponse execute(BatchStatementRequest statement) {
        if (faults.strikes(Fault.THROTTLE)) {
            return refused(BatchStatementErrorCodeEnum.PROVISIONED_THROUGHPUT_EXCEEDED.toString());
        }
        ObjectNode request = ItemJson.request(
                BatchExecuteStatementRequest.builder().statements(statement).build());
        try {
            JsonNode response = tables.write("BatchExecuteStatement", request).at("/Responses/0");
            return response.has("Error")
                    ? refused(response.at("/Error/Code").textValue())
                    : BatchStatementResponse.builder().build();
        } catch (DynamoDbException e) {
            throw AwsErrors.of(e);
        }
    }

    private static BatchStatementResponse refused(String code) {
        return BatchStatementResponse.builder().error(error -> error.code(code)).build();
    }

    private boolean isStale(Boolean consistentRead) {
        return !Boolean.TRUE.equals(consistentRead) && faults.strikes(Fault.STALE_READ);
    }

    private ObjectNode read(String operation, SdkPojo request) {
        try {
            return tables.read(operation, ItemJson.request(request));
        } catch (DynamoDbException e) {
            throw AwsErrors.of(e);
        }
    }

    /// As the SDK does, again where a transaction is at the item.
    private ObjectNode writeAlone(String operation, SdkPojo request) {
        for (int attempt = 1;; attempt++) {
            try {
                return tables.write(operation, ItemJson.request(request));
            } catch (DynamoDbException e) {
                if (!e.code().equals("TransactionConflictException")) {
                    throw AwsErrors.of(e);
                }
                if (attempt == CONFLICT_TRIES) {
                    scheduler.current().disturb();
                    throw AwsErrors.of(e);
                }
                scheduler.pause(5L << attempt);
            }
        }
    }

    private static String name(Table table, String key) {
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
