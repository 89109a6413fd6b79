package dev.stampede.ordering;

import dev.stampede.lambda.Transaction;
import dev.stampede.lambda.Transaction.Outcome.Busy;
import dev.stampede.lambda.Transaction.Outcome.Committed;
import dev.stampede.lambda.Transaction.Outcome.Impossible;
import dev.stampede.lambda.Transaction.Outcome.Refused;
import dev.stampede.lambda.Transaction.Outcome.Unanswered;
import dev.stampede.model.Cart;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.table.CartWrites;
import dev.stampede.model.table.CartsTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

public final class DynamoDbCarts implements Carts {

    private final DynamoDbClient dynamoDb;
    private final String cartsTable;

    public DynamoDbCarts(DynamoDbClient dynamoDb, String cartsTable) {
        this.dynamoDb = dynamoDb;
        this.cartsTable = Objects.requireNonNull(cartsTable, "cartsTable");
    }

    @Override
    public Read read(CartId id, Instant now) {
        List<Map<String, AttributeValue>> items = dynamoDb.queryPaginator(query -> query
                .tableName(cartsTable)
                .keyConditionExpression("cartId = :cart")
                .expressionAttributeValues(Map.of(":cart", AttributeValue.fromS(id.value())))
                .consistentRead(true))
                .items()
                .stream()
                .toList();
        return new Read(CartsTable.fromItems(id, items, now), CartsTable.marks(items));
    }

    @Override
    public boolean claim(Cart seen, PlacedOrder placed, Instant now) {
        try {
            dynamoDb.updateItem(CartWrites.claim(seen, placed, stamp(), seen.id().keptUntil(now)).request(cartsTable));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public boolean ordered(Cart seen, PlacedOrder placed, Instant now) {
        CartId id = seen.id();
        Instant until = id.keptUntil(now);
        Set<String> gone = new HashSet<>();
        List<TransactWriteItem> lines = new ArrayList<>();
        for (OrderLine line : placed.lines()) {
            Optional<CartLine> there = seen.line(line.sku());
            there.ifPresent(it -> {
                int left = Math.max(0, it.quantity() - line.quantity());
                lines.add(CartWrites.change(cartsTable, id, it, left, until));
                gone.addAll(left == 0 ? it.keys() : Set.of());
            });
        }
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(CartWrites.ordered(seen, placed, stamp(), until, gone).action(cartsTable));
        actions.add(CartWrites.mark(cartsTable, id, placed, until));
        actions.addAll(lines);
        return write(actions);
    }

    private static String stamp() {
        return UUID.randomUUID().toString();
    }

    /// Whether all of it was written; otherwise none of it was, because something was not as it was seen or others
    /// were in the way.
    private boolean write(List<TransactWriteItem> actions) {
        return switch (Transaction.write(dynamoDb, actions)) {
            case Committed _ -> true;
            case Refused _,Busy _ -> false;
            case Unanswered(SdkException cause) -> throw cause;
            case Impossible(_, SdkException cause) -> throw cause;
        };
    }
}
