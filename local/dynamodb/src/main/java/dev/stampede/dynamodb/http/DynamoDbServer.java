package dev.stampede.dynamodb.http;

import com.sun.net.httpserver.HttpServer;
import dev.stampede.dynamodb.DynamoDb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An engine on a port of this machine alone. It closes with the server only if its owner closes it too.
public final class DynamoDbServer implements AutoCloseable {

    static {
        // Without it an answer may wait 40 ms for the client's acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private DynamoDbServer(HttpServer server) {
        this.server = server;
    }

    /// @param port  0 for any that is free
    /// @param pages whether pages of any origin, in a browser, may call it
    /// @throws IOException when the port is taken
    public static DynamoDbServer start(DynamoDb engine, int port, boolean pages) throws IOException {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        DynamoDbServer server = new DynamoDbServer(http);
        http.createContext("/", new Exchange(engine, pages));
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
