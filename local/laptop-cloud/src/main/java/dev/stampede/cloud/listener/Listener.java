package dev.stampede.cloud.listener;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/// A port of this machine that speaks HTTP/1.1 with handlers of the JDK's server, a virtual thread for each connection.
/// That server answers what it cannot read by itself, with a page that says which exception was thrown, and asks nobody
/// (docs/decisions/0030). Here whatever is refused is JSON, and nobody is answered but by [LoopbackOnly].
public final class Listener implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, HttpHandler> routes =
            new ConcurrentSkipListMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(path -> path));
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Listener(ServerSocket socket) {
        this.socket = socket;
    }

    /// Takes a port; connections wait until it is started.
    ///
    /// @param port 0 for any that is free
    /// @throws java.net.BindException when it is taken
    public static Listener bind(int port, int backlog) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // A port is free again as soon as whoever had it is gone.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), backlog);
            return new Listener(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /// Answers this path and all that begin so, where no longer one is known, to whom the filter lets in.
    public void open(String path, HttpHandler handler) {
        HttpHandler filtered = exchange -> new Filter.Chain(List.of(new LoopbackOnly()), handler).doFilter(exchange);
        routes.put(path, filtered);
    }

    public void start() {
        threads.execute(this::accept);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                threads.execute(() -> {
                    new Connection(connection, this::handler).serve();
                    connections.remove(connection);
                });
            } catch (IOException | RejectedExecutionException e) {
                // Closed, or a connection that was reset before it was accepted, or too many open files for now.
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    private HttpHandler handler(String path) {
        return routes.entrySet().stream()
                .filter(route -> path.startsWith(route.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Refusal.NOT_FOUND);
    }

    /// Ends every connection, whatever it is doing.
    @Override
    public void close() {
        close(socket);
        connections.forEach(Listener::close);
        threads.shutdownNow();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is gone either way.
        }
    }
}
