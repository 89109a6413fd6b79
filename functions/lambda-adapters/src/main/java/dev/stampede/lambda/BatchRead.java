package dev.stampede.lambda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/// Reads any number of items by BatchGetItem: at most 100 in a call, and what a call left unprocessed is asked for
/// again (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html).
public final class BatchRead {

    private static final int MAX_KEYS = 100;
    private static final int MAX_ROUNDS = 5;

    public record Key(String table, Map<String, AttributeValue> key) {}

    private final DynamoDbClient dynamoDb;
    private final Backoff backoff;
    private final boolean consistent;

    public BatchRead(DynamoDbClient dynamoDb, Backoff backoff, boolean consistent) {
        this.dynamoDb = dynamoDb;
        this.backoff = backoff;
        this.consistent = consistent;
    }

    /// @param keys      distinct, of one table or more
    /// @param consumers by table: what takes the items that exist
    /// @throws ProvisionedThroughputExceededException where keys stay unprocessed: what throttles a part of a call
    ///                                                makes no failure of it
    public void read(List<Key> keys, Map<String, Consumer<Map<String, AttributeValue>>> consumers) {
        for (int from = 0; from < keys.size(); from += MAX_KEYS) {
            readBatch(request(keys.subList(from, Math.min(from + MAX_KEYS, keys.size()))), consumers);
        }
    }

    private void readBatch(
            Map<String, KeysAndAttributes> request, Map<String, Consumer<Map<String, AttributeValue>>> consumers) {
        Map<String, KeysAndAttributes> wanted = request;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (round > 0) {
                backoff.pause(round - 1);
            }
            Map<String, KeysAndAttributes> asked = wanted;
            BatchGetItemResponse response = dynamoDb.batchGetItem(get -> get.requestItems(asked));
            response.responses().forEach((table, items) -> items.forEach(consumers.get(table)));
            wanted = response.unprocessedKeys();
            if (wanted.isEmpty()) {
                return;
            }
        }
        String what = "items of " + wanted.keySet() + " stayed unread in " + MAX_ROUNDS + " rounds";
        throw ProvisionedThroughputExceededException.builder()
                .message(what)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .errorMessage(what)
                        .build())
                .statusCode(400)
                .build();
    }

    private Map<String, KeysAndAttributes> request(List<Key> keys) {
        Map<String, List<Map<String, AttributeValue>>> byTable = new HashMap<>();
        keys.forEach(key -> byTable.computeIfAbsent(key.table(), _ -> new ArrayList<>()).add(key.key()));
        Map<String, KeysAndAttributes> request = new HashMap<>();
        byTable.forEach((table, tableKeys) -> request.put(table,
                KeysAndAttributes.builder().keys(tableKeys).consistentRead(consistent).build()));
        return request;
    }
}
