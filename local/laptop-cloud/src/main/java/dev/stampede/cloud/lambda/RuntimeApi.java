package dev.stampede.cloud.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The Runtime API that workers poll (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), on one port for
/// all. Each worker has a secret path of its own in front, which is also what keeps a worker from answering for
/// another.
///
/// Plain sockets, not `jdk.httpserver`: a worker keeps a connection per thread, and that server closes connections idle
/// for 30 s, just when a slow handler posts its answer.
final class RuntimeApi implements AutoCloseable {

    /// One worker, as the Runtime API sees it.
    interface Session {

        /// Waits until there is an event for this worker.
        ///
        /// @return null when the worker has ended meanwhile
        @Nullable
        Event next() throws InterruptedException;

        /// Takes back an event that could not be sent.
        void undelivered(String requestId);

        /// @return false when there is no such invocation (any more)
        boolean succeeded(String requestId, byte[] answer);

        boolean failed(String requestId, byte[] error);

        void initFailed(byte[] error);

        /// Answers what is no call of the Runtime API.
        default Optional<byte[]> other() {
            return Optional.empty();
        }
    }

    record Event(String requestId, String functionArn, Instant deadline, byte[] payload) {}

    private final ServerSocket listener;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    RuntimeApi() {
        try {
            listener = new ServerSocket(0, 256, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a port on 127.0.0.1 for the functions", e);
        }
        Thread.ofVirtual().name("runtime-api").start(this::accept);
    }

    /// @return what the worker gets as `AWS_LAMBDA_RUNTIME_API`
    String open(String secret, Session session) {
        sessions.put(secret, session);
        return "127.0.0.1:" + listener.getLocalPort() + "/" + secret;
    }

    void close(String secret) {
        sessions.remove(secret);
    }

    @Override
    public void close() {
        close(listener);
        connections.forEach(RuntimeApi::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> {
                    new RuntimeConnection(connection, sessions::get).serve();
                    connections.remove(connection);
                });
            } catch (IOException e) {
                // Closed, or a connection that was reset before it was accepted.
            }
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is gone either way.
        }
    }
}
