package dev.stampede.cart;

import dev.stampede.cart.Merge.Move;
import dev.stampede.lambda.Transaction;
import dev.stampede.lambda.Transaction.Outcome.Busy;
import dev.stampede.lambda.Transaction.Outcome.Committed;
import dev.stampede.lambda.Transaction.Outcome.Impossible;
import dev.stampede.lambda.Transaction.Outcome.Refused;
import dev.stampede.lambda.Transaction.Outcome.Unanswered;
import dev.stampede.model.Cart;
import dev.stampede.model.CartAddition;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.table.CartWrites;
import dev.stampede.model.table.CartsTable;
import dev.stampede.model.table.ConditionalUpdate;
import java.time.Instant;
import java.util.ArrayList;
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
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// Lines that are there are changed by one conditional write each. What adds lines, or moves them, takes the cart's
/// head along in a transaction: so no two of them count the same lines.
public final class DynamoDbCarts implements Carts {

    private final DynamoDbClient dynamoDb;
    private final String cartsTable;

    public DynamoDbCarts(DynamoDbClient dynamoDb, String cartsTable) {
        this.dynamoDb = dynamoDb;
        this.cartsTable = Objects.requireNonNull(cartsTable, "cartsTable");
    }

    @Override
    public Cart read(CartId id, Instant now) {
        List<Map<String, AttributeValue>> items = dynamoDb.queryPaginator(query -> query
                .tableName(cartsTable)
                .keyConditionExpression("cartId = :cart AND sku >= :head")
                .expressionAttributeValues(Map.of(
                        ":cart", AttributeValue.fromS(id.value()),
                        ":head", AttributeValue.fromS(CartsTable.HEAD)))
                .consistentRead(true))
                .items()
                .stream()
                .toList();
        return CartsTable.fromItems(id, items, now);
    }

    @Override
    public Optional<CartLine> raise(CartId id, CartLine seen, CartAddition wanted, Money price, Instant now) {
        try {
            return update(CartWrites.raise(id, seen, wanted, price, id.keptUntil(now), now));
        } catch (TransactionConflictException _) {
            // Another tab puts its line in, or the cart is being ordered: what is there after that decides.
            return Optional.empty();
        }
    }

    @Override
    public boolean put(Cart seen, CartLine line, Instant now) {
        return write(List.of(
                restamp(seen, now, Set.of()).action(cartsTable),
                CartWrites.put(cartsTable, seen.id(), line, now)));
    }

    @Override
    public Optional<CartLine> set(CartId id, String sku, int quantity, Instant now) {
        return update(CartWrites.set(id, sku, quantity, id.keptUntil(now), now));
    }

    @Override
    public boolean remove(Cart seen, CartLine line, Instant now) {
        Instant until = seen.id().keptUntil(now);
        return write(List.of(
                CartWrites.forget(cartsTable, seen, line, until),
                CartWrites.change(cartsTable, seen.id(), line, 0, until)));
    }

    @Override
    public boolean move(Merge merge, Instant now) {
        Cart from = merge.from();
        Cart into = merge.into();
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(CartWrites.restampUnlessBeingOrdered(from, stamp(), from.id().keptUntil(now), merge.emptied())
                .action(cartsTable));
        actions.add(restamp(into, now, merge.joining()).action(cartsTable));
        for (Move move : merge.moves()) {
            CartLine joined = merge.joined(move, now);
            actions.add(CartWrites.change(cartsTable, from.id(), move.line(), move.left(), from.id().keptUntil(now)));
            actions.add(move.there()
                    .map(there -> CartWrites.change(
                            cartsTable, into.id(), there, joined.quantity(), joined.expiresAt()))
                    .orElseGet(() -> CartWrites.put(cartsTable, into.id(), joined, now)));
        }
        return write(actions);
    }

    @Override
    public void renew(Cart cart, List<CartLine> lines, Instant now) {
        List<TransactWriteItem> actions = new ArrayList<>();
        Instant until = cart.id().keptUntil(now);
        cart.stamp()
                .ifPresent(_ -> actions.add(CartWrites.renew(cart.id(), CartsTable.HEAD, until).action(cartsTable)));
        lines.forEach(line -> actions.add(CartWrites.renew(cart.id(), line.sku(), until).action(cartsTable)));
        write(actions);
    }

    private static ConditionalUpdate restamp(Cart seen, Instant now, Set<String> gone) {
        return CartWrites.restamp(seen, stamp(), seen.id().keptUntil(now), gone);
    }

    private static String stamp() {
        return UUID.randomUUID().toString();
    }

    private Optional<CartLine> update(ConditionalUpdate update) {
        try {
            return Optional.of(CartsTable.fromItem(dynamoDb.updateItem(
                    update.request(cartsTable).toBuilder().returnValues(ReturnValue.ALL_NEW).build())
                    .attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
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
