package dev.stampede.dynamodb.admin;

import dev.stampede.dynamodb.Operation;
import dev.stampede.dynamodb.table.Arns;
import dev.stampede.dynamodb.table.Database;
import java.time.InstantSource;
import java.util.Map;

/// All operations on tables.
public final class Administration {

    private final TableOperations tables;

    public Administration(Database database, Arns arns, InstantSource clock) {
        tables = new TableOperations(database, arns, clock);
    }

    public void addTo(Map<String, Operation> operations) {
        tables.addTo(operations);
    }
}
