package dev.stampede.cloud.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.operation.Consumption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The DynamoDB engine with the tables of a template.
public final class DynamoDbEngine implements AutoCloseable {

    /// The file of an engine that earlier releases had.
    private static final String OLD_STATE = "shared-local-instance.db";

    private final DynamoDb database;
    /// The ARNs of the streams, by those that the template's stand for.
    private final Map<String, String> streams = new ConcurrentHashMap<>();
    private final Map<String, String> templateStreams = new ConcurrentHashMap<>();

    private DynamoDbEngine(DynamoDb database) {
        this.database = database;
    }

    /// @param folder     where tables and streams are kept; empty keeps them in memory
    /// @param clock      of timestamps, and of the limits by the second
    /// @param complaints takes a sentence for what is wrong with the files
    /// @throws IllegalStateException when the folder cannot be used; the message is for the user
    public static DynamoDbEngine start(Optional<Path> folder, InstantSource clock, Consumer<String> complaints) {
        DynamoDb.Settings settings =
                new DynamoDb.Settings(clock, Template.REGION, Template.ACCOUNT, true, complaints);
        if (folder.isPresent() && Files.exists(folder.get().resolve(OLD_STATE))) {
            throw new IllegalStateException(
                    "The tables in " + folder.get() + " were written by an earlier release, in a form"
                            + " that this one cannot read. './stampede reset' forgets them.");
        }
        return new DynamoDbEngine(folder.map(each -> DynamoDb.open(each, settings))
                .orElseGet(() -> DynamoDb.inMemory(settings)));
    }

    /// Makes a table what the template says; one that is there already keeps its items.
    ///
    /// @throws IllegalStateException when the table that is there has another key
    public void ensureTable(Resource table) {
        new TableSetup(database, table).run().ifPresent(arn -> {
            streams.put(table.arn() + "/stream/local", arn);
            templateStreams.put(arn, table.arn() + "/stream/local");
        });
    }

    /// @param request     its JSON; it may be changed
    /// @param consumption takes what the call consumes, refused or not
    /// @throws dev.stampede.dynamodb.operation.DynamoDbException when the call is refused
    /// @throws dev.stampede.store.StoreException when it could not be written
    public ObjectNode call(String operation, ObjectNode request, Consumption consumption) {
        String stream = request.path("StreamArn").asText("");
        if (!stream.isEmpty()) {
            request.put("StreamArn", streams.getOrDefault(stream, stream));
        }
        return database.call(operation, request, consumption);
    }

    /// The stream by which the template names one, for an ARN of the engine's.
    public String templateStream(String arn) {
        return templateStreams.getOrDefault(arn, arn);
    }

    @Override
    public void close() {
        database.close();
    }
}
