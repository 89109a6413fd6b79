package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Why one action of a transaction was not done
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html).
///
/// @param item what is shown of the item, where that was asked
public record Reason(String code, @Nullable String message, Optional<Map<String, AttributeValue>> item) {

    static final Reason NONE = new Reason("None", "", Optional.empty());
    static final Reason CONFLICT =
            new Reason("TransactionConflict", "Transaction is ongoing for the item", Optional.empty());
    static final Reason THROTTLED = new Reason("ThrottlingError",
            "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or"
                    + " index so please try again shortly.",
            Optional.empty());

    static Reason conditionFailed(Optional<Map<String, AttributeValue>> item) {
        return new Reason("ConditionalCheckFailed", "The conditional request failed", item);
    }

    static Reason duplicate(Optional<Map<String, AttributeValue>> item) {
        return new Reason("DuplicateItem", "Duplicate primary key exists in table", item);
    }

    /// The reasons of a transaction of which one action is wrong in itself.
    public static DynamoDbException cancelledAt(int place, int actions, @Nullable String message) {
        return cancelled(IntStream.range(0, actions)
                .mapToObj(i -> i == place ? invalid(message) : NONE)
                .toList());
    }

    static Reason invalid(@Nullable String message) {
        return new Reason("ValidationError", message, Optional.empty());
    }

    static DynamoDbException cancelled(List<Reason> reasons) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Reason reason : reasons) {
            ObjectNode each = json.addObject().put("Code", reason.code());
            if (!reason.equals(NONE)) {
                each.put("Message", reason.message());
            }
            reason.item().ifPresent(item -> each.set("Item", ValueJson.write(item)));
        }
        return new DynamoDbException("TransactionCanceledException", 400,
                "Transaction cancelled, please refer cancellation reasons for specific reasons "
                        + reasons.stream().map(Reason::code).collect(Collectors.joining(", ", "[", "]")),
                Map.of("CancellationReasons", json));
    }
}
