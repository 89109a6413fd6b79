package dev.stampede.dynamodb.item;

import dev.stampede.dynamodb.Operation;
import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.table.Database;
import java.time.InstantSource;
import java.util.Map;

/// The operations on items.
public final class ItemOperations {

    private ItemOperations() {}

    public static Map<String, Operation> of(Database database, InstantSource clock, PartitionLimits limits) {
        InFlight inFlight = new InFlight();
        SingleWrites writes = new SingleWrites(database, inFlight, limits);
        Transactions transactions = new Transactions(database, inFlight, limits);
        ClientTokens tokens = new ClientTokens(database, clock);
        return Map.of(
                "PutItem", writes::put,
                "UpdateItem", writes::update,
                "DeleteItem", writes::delete,
                "GetItem", new GetItem(database, limits),
                "Query", new Query(database, limits),
                "Scan", new Scan(database, limits),
                "BatchGetItem", new BatchGetItem(database),
                "BatchWriteItem", new BatchWriteItem(database, writes),
                "TransactWriteItems", new TransactWriteItems(database, transactions, tokens),
                "TransactGetItems", new TransactGetItems(database, transactions));
    }
}
