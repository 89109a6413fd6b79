package dev.stampede.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

class LaggingIndexTest {

    private static final Set<String> NONE = Set.of();
    private static final Set<String> BOTH = Set.of("one", "two");

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final Tables tables = new Tables(() -> now);
    private final LaggingIndex index = new LaggingIndex(tables.orders, () -> now);

    @Test
    void whatIsSeenLateIsSeenAsItWasBeforeItsLastChange() {
        put("one", "10");
        assertThat(due(BOTH)).as("not yet in the index").isEmpty();
        assertThat(due(NONE)).containsExactly("one");

        now = now.plusSeconds(5);
        put("one", "");
        put("two", "20");
        assertThat(due(BOTH)).as("one is still in the index, two not yet").containsExactly("one");
        assertThat(due(Set.of("one"))).containsExactly("one", "two");
        assertThat(due(NONE)).containsExactly("two");
    }

    @Test
    void whatChangedLongAgoHasComeToEverybody() {
        put("one", "10");
        now = now.plusSeconds(1);

        assertThat(due(BOTH)).containsExactly("one");
    }

    /// @param dueAt empty for an order that nobody has to look at
    private void put(String orderId, String dueAt) {
        Map<String, AttributeValue> order = new HashMap<>(Map.of("orderId", AttributeValue.fromS(orderId)));
        if (!dueAt.isEmpty()) {
            order.put("dueShard", AttributeValue.fromS("0"));
            order.put("dueAt", AttributeValue.fromS(dueAt));
        }
        tables.put(tables.orders, order);
    }

    private List<String> due(Set<String> late) {
        QueryRequest request = QueryRequest.builder()
                .tableName("Orders")
                .indexName("byDueAt")
                .keyConditionExpression("dueShard = :shard")
                .expressionAttributeValues(Map.of(":shard", AttributeValue.fromS("0")))
                .build();
        return index.query(ItemJson.request(request), late).get("Items").valueStream()
                .map(item -> item.at("/orderId/S").asText())
                .toList();
    }
}
