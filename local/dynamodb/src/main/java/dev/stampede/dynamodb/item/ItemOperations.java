package dev.stampede.dynamodb.item;

import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.table.Database;
import java.time.InstantSource;
import java.util.Map;

/// The operations on items, and what statements do with items.
public final class ItemOperations {

    private final Database database;
    private final PartitionLimits limits;
    private final SingleWrites writes;
    private final Transactions transactions;
    private final ClientTokens tokens;

    /// @param whileHeld see [Transactions]
    public ItemOperations(Database database, InstantSource clock, PartitionLimits limits, Runnable whileHeld) {
        InFlight inFlight = new InFlight();
        this.database = database;
        this.limits = limits;
        this.writes = new SingleWrites(database, inFlight, limits);
        this.transactions = new Transactions(database, inFlight, limits, whileHeld);
        this.tokens = new ClientTokens(database, clock);
    }

    public void addTo(Map<String, Operation> operations) {
        operations.put("PutItem", writes::put);
        operations.put("UpdateItem", writes::update);
        operations.put("DeleteItem", writes::delete);
        operations.put("GetItem", new GetItem(database, limits));
        operations.put("Query", new Query(database, limits));
        operations.put("Scan", new Scan(database, limits));
        operations.put("BatchGetItem", new BatchGetItem(database, limits));
        operations.put("BatchWriteItem", new BatchWriteItem(database, writes));
        operations.put("TransactWriteItems", new TransactWriteItems(database, transactions, tokens));
        operations.put("TransactGetItems", new TransactGetItems(database, transactions));
    }

    public SingleWrites writes() {
        return writes;
    }

    public Transactions transactions() {
        return transactions;
    }

    public ClientTokens tokens() {
        return tokens;
    }

    public Selects selects() {
        return new Selects(database, limits);
    }
}
