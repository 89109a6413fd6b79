package dev.stampede.dynamodb.item;

import dev.stampede.dynamodb.Operation;
import dev.stampede.dynamodb.table.Database;
import java.util.Map;

/// The operations on items.
public final class ItemOperations {

    private final Database database;

    public ItemOperations(Database database) {
        this.database = database;
    }

    public void addTo(Map<String, Operation> operations) {
    }
}
