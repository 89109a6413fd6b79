package dev.stampede.email;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.model.RestockNotice;
import dev.stampede.model.table.ConditionalUpdate;
import dev.stampede.model.table.RestockNoticesTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Notices in the RestockNotices table; a claim is `lease`, `leaseUntil` (epoch milliseconds) and `tries` of one.
public final class DynamoDbRestockNotices implements RestockNotices {

    /// Longer than a call to SES may take.
    static final Duration LEASE = Duration.ofMinutes(1);
    static final int MAX_PRODUCTS = 1000;

    private final DynamoDbClient dynamoDb;
    private final String noticesTable;

    public DynamoDbRestockNotices(DynamoDbClient dynamoDb, String noticesTable) {
        this.dynamoDb = dynamoDb;
        this.noticesTable = Objects.requireNonNull(noticesTable, "noticesTable");
    }

    @Override
    public List<Waited> waitedFor() {
        return dynamoDb.query(partition(RestockNoticesTable.WAITING, MAX_PRODUCTS).build()).items().stream()
                .map(item -> new Waited(
                        required(item, RestockNoticesTable.SORT).s(), required(item, RestockNoticesTable.ASKED_AT).s()))
                .toList();
    }

    /// Consistent: a product is taken off the list on the strength of nobody being here.
    @Override
    public List<RestockNotice> of(String productId, int limit, Instant now) {
        return dynamoDb.queryPaginator(partition(productId, limit).consistentRead(true).build()).items().stream()
                // What has expired may be there for days until DynamoDB deletes it: read on past it.
                .filter(item -> Long.parseLong(required(item, RestockNoticesTable.EXPIRES_AT).n()) > now
                        .getEpochSecond())
                .limit(limit)
                .map(RestockNoticesTable::fromItem)
                .toList();
    }

    @Override
    public Optional<Claim> claim(RestockNotice notice, Instant now) {
        String lease = UUID.randomUUID().toString();
        ConditionalUpdate claim = new ConditionalUpdate(
                key(notice),
                "SET lease = :lease, leaseUntil = :until ADD tries :one",
                "attribute_exists(" + RestockNoticesTable.KEY + ")"
                        + " AND (attribute_not_exists(leaseUntil) OR leaseUntil < :now)",
                Map.of(),
                Map.of(
                        ":lease", AttributeValue.fromS(lease),
                        ":now", number(now.toEpochMilli()),
                        ":until", number(now.plus(LEASE).toEpochMilli()),
                        ":one", number(1)));
        try {
            var response = dynamoDb.updateItem(claim.request(noticesTable).toBuilder()
                    .returnValues(ReturnValue.UPDATED_NEW)
                    .build());
            return Optional.of(new Claim(lease, Long.parseLong(required(response.attributes(), "tries").n())));
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    @Override
    public void release(RestockNotice notice, Claim claim, boolean counted) {
        ConditionalUpdate free = new ConditionalUpdate(
                key(notice),
                "REMOVE lease, leaseUntil ADD tries :less",
                "lease = :lease",
                Map.of(),
                Map.of(":lease", AttributeValue.fromS(claim.lease()), ":less", number(counted ? 0 : -1)));
        try {
            dynamoDb.updateItem(free.request(noticesTable));
        } catch (ConditionalCheckFailedException _) {
            // Somebody else has it now.
        }
    }

    @Override
    public void forget(RestockNotice notice, Claim claim) {
        delete(key(notice), "lease = :seen", claim.lease());
    }

    @Override
    public void nobodyWaitsFor(Waited waited) {
        delete(RestockNoticesTable.key(RestockNoticesTable.WAITING, waited.productId()),
                RestockNoticesTable.ASKED_AT + " = :seen", waited.askedAt());
    }

    private void delete(Map<String, AttributeValue> key, String condition, String seen) {
        try {
            dynamoDb.deleteItem(delete -> delete
                    .tableName(noticesTable)
                    .key(key)
                    .conditionExpression(condition)
                    .expressionAttributeValues(Map.of(":seen", AttributeValue.fromS(seen))));
        } catch (ConditionalCheckFailedException _) {
            // Somebody else has it now.
        }
    }

    private QueryRequest.Builder partition(String key, int limit) {
        return QueryRequest.builder()
                .tableName(noticesTable)
                .keyConditionExpression(RestockNoticesTable.KEY + " = :key")
                .expressionAttributeValues(Map.of(":key", AttributeValue.fromS(key)))
                .limit(limit);
    }

    private static Map<String, AttributeValue> key(RestockNotice notice) {
        return RestockNoticesTable.key(notice.productId(), notice.recipient());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
