package dev.stampede.local.engine;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.local.template.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/// Amazon's DynamoDB Local. Its own launcher is not used: that listens on every interface, prints, and sends telemetry.
public final class DynamoDbEngine implements AutoCloseable {

    /// What DynamoDB Local's ARNs begin with, whatever region is asked for, and what the template's begin with.
    private static final String ENGINE_ARN = "arn:aws:dynamodb:ddblocal:000000000000:";
    private static final String TEMPLATE_ARN = "arn:aws:dynamodb:us-east-1:000000000000:";

    /// It warns of optional libraries. Kept in a field, for a logger that nobody holds is forgotten with its level.
    private static final Logger QUIET = Logger.getLogger("com.amazonaws");

    private final LocalDynamoDBRequestHandler database;
    private final Server server;
    private final EngineClient client;
    private final Map<String, String> streams = new ConcurrentHashMap<>();

    private DynamoDbEngine(LocalDynamoDBRequestHandler database, Server server, int port) {
        this.database = database;
        this.server = server;
        this.client = new EngineClient(port, "dynamodb");
    }

    /// @param folder where tables and streams are kept; empty keeps them in memory
    public static DynamoDbEngine start(Optional<Path> folder) {
        NativeSqlite.locate();
        QUIET.setLevel(Level.SEVERE);
        try {
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
            var database = new LocalDynamoDBRequestHandler(
                    0, folder.isEmpty(), folder.map(Path::toString).orElse(null), true, false);
            Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.setHandler(new LocalDynamoDBServerHandler(database, null));
            server.start();
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            return new DynamoDbEngine(database, server, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
    }

    /// Makes a table what the template says; one that is there already keeps its items.
    ///
    /// @throws IllegalStateException when the table that is there has another key
    public void ensureTable(Resource table) {
        new TableSetup(client, table).run();
        streamArn(describe(table.name())).ifPresent(arn -> streams.put(table.arn() + "/stream/local", arn));
    }

    private JsonNode describe(String table) {
        return client.call("DynamoDB_20120810.DescribeTable", Map.of("TableName", table)).get("Table");
    }

    private static Optional<String> streamArn(JsonNode table) {
        return Optional.ofNullable(table.get("LatestStreamArn")).map(JsonNode::asText);
    }

    public Reply send(String target, byte[] body) {
        return client.send("/", target, EngineClient.JSON_TYPE, body);
    }

    /// Puts the engine's ARNs in the place of the template's; shard iterators hold them too.
    public String toEngine(String json) {
        String translated = json;
        for (var stream : streams.entrySet()) {
            translated = translated.replace(stream.getKey(), stream.getValue());
        }
        return translated;
    }

    public String fromEngine(String json) {
        String translated = json;
        for (var stream : streams.entrySet()) {
            translated = translated.replace(stream.getValue(), stream.getKey());
        }
        return translated.replace(ENGINE_ARN, TEMPLATE_ARN);
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not stop", e);
        } finally {
            database.shutdown();
        }
    }
}
