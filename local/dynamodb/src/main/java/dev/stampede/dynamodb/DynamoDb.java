package dev.stampede.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.admin.Administration;
import dev.stampede.dynamodb.api.Requests;
import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.expiry.DueTimes;
import dev.stampede.dynamodb.expiry.Expiry;
import dev.stampede.dynamodb.item.ItemOperations;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.partiql.Statements;
import dev.stampede.dynamodb.stream.StreamOperations;
import dev.stampede.dynamodb.stream.Streams;
import dev.stampede.dynamodb.table.Arns;
import dev.stampede.dynamodb.table.ChangeListener;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.store.Store;
import dev.stampede.store.StoreException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The engine. Calls may come from any thread.
public final class DynamoDb implements AutoCloseable {

    /// @param clock           the one clock there is: of timestamps, of what expires, and of the limits by the second
    /// @param region          in the ARNs
    /// @param account         in the ARNs, twelve digits
    /// @param partitionLimits whether one partition key takes 1,000 write and 3,000 read units a second at most
    /// @param complaints      takes a sentence for what is wrong with the files
    /// @param upkeep          whether a thread of the engine removes what expires; without it, [#expire()] does
    public record Settings(
            InstantSource clock,
            String region,
            String account,
            boolean partitionLimits,
            Consumer<String> complaints,
            boolean upkeep) {

        /// With upkeep where the clock is the system's: time that is set by hand has expiry called by hand.
        public Settings(
                InstantSource clock,
                String region,
                String account,
                boolean partitionLimits,
                Consumer<String> complaints) {
            this(clock, region, account, partitionLimits, complaints, clock.equals(InstantSource.system()));
        }

        public static final Settings DEFAULTS =
                new Settings(InstantSource.system(), "us-east-1", "000000000000", false, System.err::println);
    }

    /// @param consumption what the call took, whether or not the request asked
    public record Answer(ObjectNode body, Consumption consumption) {}

    private final Store store;
    private final Administration administration;
    private final Expiry expiry;
    private final Streams streams;
    private final Optional<Upkeep> upkeep;
    private final Map<String, Operation> operations = new HashMap<>();

    private DynamoDb(Store store, Settings settings, Runnable whileHeld) {
        this.store = store;
        Arns arns = new Arns(settings.region(), settings.account());
        streams = new Streams(store, arns, settings.clock(), Streams.SHARDS);
        DueTimes dueTimes = new DueTimes(store);
        Database database = new Database(store, ChangeListener.all(streams, dueTimes));
        expiry = new Expiry(database, dueTimes, settings.clock());
        administration = new Administration(database, streams, expiry, arns, settings.clock());
        administration.addTo(operations);
        new StreamOperations(streams, settings.clock(), settings.region()).addTo(operations);
        PartitionLimits limits = new PartitionLimits(settings.partitionLimits(), settings.clock());
        ItemOperations items = new ItemOperations(database, settings.clock(), limits, whileHeld);
        items.addTo(operations);
        new Statements(database, items).addTo(operations);
        upkeep = settings.upkeep() ? Optional.of(new Upkeep(this::expire, settings.complaints())) : Optional.empty();
    }

    /// An engine whose tables end with it.
    public static DynamoDb inMemory(Settings settings) {
        return inMemory(settings, () -> {});
    }

    /// The same, for simulations whose time passes while a transaction is at work.
    ///
    /// @param whileHeld is run by each transaction that writes when it holds its items and has not looked at them yet;
    ///                  other calls may be made meanwhile, also by itself, and what it throws ends the transaction
    ///                  unwritten
    public static DynamoDb inMemory(Settings settings, Runnable whileHeld) {
        return new DynamoDb(Store.inMemory(), settings, whileHeld);
    }

    /// An engine whose tables are kept in a folder: a write that was answered survives `kill -9`.
    ///
    /// @throws StoreException when the folder is in use, or cannot be read
    public static DynamoDb open(Path folder, Settings settings) {
        return new DynamoDb(Store.open(folder, settings.complaints()), settings, () -> {});
    }

    public boolean offers(String operation) {
        return operations.containsKey(operation);
    }

    /// @param operation such as `PutItem` or `GetRecords`
    /// @param request   its JSON; it may be changed
    /// @throws DynamoDbException when the call is refused
    /// @throws StoreException    when it could not be written; then nothing was
    public Answer call(String operation, ObjectNode request) {
        Consumption consumption = new Consumption();
        return new Answer(call(operation, request, consumption), consumption);
    }

    /// The same, for those who want to know as well what a refused call has consumed.
    public ObjectNode call(String operation, ObjectNode request, Consumption consumption) {
        Operation known = operations.get(operation);
        if (known == null) {
            throw DynamoDbException.refused(
                    "UnknownOperationException", "This engine does not know the operation " + operation);
        }
        Requests.check(operation, request);
        try {
            return known.call(request, consumption);
        } catch (DynamoDbException e) {
            switch (e.code()) {
                // A value of the wrong type is refused before all else that is wrong.
                case "SerializationException", "ValidationException",
                        "ResourceNotFoundException" -> Requests.checkValues(operation, request);
                default -> {}
            }
            throw e;
        }
    }

    /// Deletes the items whose time has passed, and the records of streams after 24 hours; goes on with the filling of
    /// an index that a failed write has stopped.
    ///
    /// @throws StoreException when it could not be written
    public void expire() {
        expiry.sweep();
        streams.trim();
        administration.resume();
    }

    @Override
    public void close() {
        upkeep.ifPresent(Upkeep::close);
        store.close();
    }
}
