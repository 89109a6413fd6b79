package dev.stampede.dynamodb.admin;

import dev.stampede.dynamodb.expiry.Expiry;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.stream.Streams;
import dev.stampede.dynamodb.table.Arns;
import dev.stampede.dynamodb.table.Database;
import java.time.InstantSource;
import java.util.Map;

/// All operations on tables.
public final class Administration {

    private final TableOperations tables;
    private final TableUpdates updates;
    private final Tags tags;
    private final TimeToLive timeToLive;
    private final Surroundings surroundings;

    /// Finishes what was left unfinished when the engine last ended.
    public Administration(Database database, Streams streams, Expiry expiry, Arns arns, InstantSource clock) {
        TableDescription description = new TableDescription(database, arns);
        tables = new TableOperations(database, streams, expiry, clock, description);
        updates = new TableUpdates(database, streams, clock, description);
        tags = new Tags(database, arns);
        timeToLive = new TimeToLive(database, expiry);
        surroundings = new Surroundings(database, arns, clock);
    }

    public void addTo(Map<String, Operation> operations) {
        tables.addTo(operations);
        updates.addTo(operations);
        tags.addTo(operations);
        timeToLive.addTo(operations);
        surroundings.addTo(operations);
    }

    /// Finishes what a failed write has left unfinished.
    public void resume() {
        updates.resume();
    }
}
