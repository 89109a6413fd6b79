package dev.stampede.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.admin.Administration;
import dev.stampede.dynamodb.api.Requests;
import dev.stampede.dynamodb.capacity.Consumption;
import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.item.ItemOperations;
import dev.stampede.dynamodb.partiql.Statements;
import dev.stampede.dynamodb.table.Arns;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.store.Store;
import dev.stampede.store.StoreException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The engine. Calls may come from any thread.
public final class DynamoDb implements AutoCloseable {

    /// @param clock           the one clock there is: of timestamps, of what expires, and of the limits by the second
    /// @param region          in the ARNs
    /// @param account         in the ARNs, twelve digits
    /// @param partitionLimits whether one partition key takes 1,000 write and 3,000 read units a second at most
    /// @param complaints      takes a sentence for what is wrong with the files
    public record Settings(
            InstantSource clock, String region, String account, boolean partitionLimits, Consumer<String> complaints) {

        public static final Settings DEFAULTS =
                new Settings(InstantSource.system(), "us-east-1", "000000000000", false, System.err::println);
    }

    /// @param consumption what the call took, whether or not the request asked
    public record Answer(ObjectNode body, Consumption consumption) {}

    private final Store store;
    private final Map<String, Operation> operations = new HashMap<>();

    private DynamoDb(Store store, Settings settings) {
        this.store = store;
        Database database = new Database(store, (_, _, _, _, _) -> {});
        Arns arns = new Arns(settings.region(), settings.account());
        new Administration(database, arns, settings.clock()).addTo(operations);
        PartitionLimits limits = new PartitionLimits(settings.partitionLimits(), settings.clock());
        ItemOperations items = new ItemOperations(database, settings.clock(), limits);
        items.addTo(operations);
        new Statements(database, items).addTo(operations);
    }

    /// An engine whose tables end with it.
    public static DynamoDb inMemory(Settings settings) {
        return new DynamoDb(Store.inMemory(), settings);
    }

    /// An engine whose tables are kept in a folder: a write that was answered survives `kill -9`.
    ///
    /// @throws StoreException when the folder is in use, or cannot be read
    public static DynamoDb open(Path folder, Settings settings) {
        return new DynamoDb(Store.open(folder, settings.complaints()), settings);
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
            // A value of the wrong type is refused before all else that is wrong.
            if (e.code().equals("ValidationException") || e.code().equals("ResourceNotFoundException")) {
                Requests.checkValues(operation, request);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
