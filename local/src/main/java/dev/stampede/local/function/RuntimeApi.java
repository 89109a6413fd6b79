package dev.stampede.local.function;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The Runtime API that workers poll (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), on one port for all.
/// Each worker has a secret path of its own in front, which is also what keeps a worker from answering for another.
///
/// Plain sockets, not `jdk.httpserver`: a worker keeps a connection per thread, and that server closes connections idle
/// for 30 s, just when a slow handler posts its answer.
final class RuntimeApi implements AutoCloseable {

    /// One worker, as the Runtime API sees it.
    interface Session {

        /// Waits until there is an event for this worker.
        ///
        /// @return null when the worker has ended meanwhile
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

    private static final String RUNTIME = "/2018-06-01/runtime/";

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
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                // Closed, or a connection that was reset before it was accepted.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            for (RuntimeRequest request = RuntimeRequest.read(in);
                    request != null && answer(request, out);
                    request = RuntimeRequest.read(in)) {}
        } catch (IOException e) {
            // The worker ended; its process tells.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    /// @return false when the connection is of no more use
    private boolean answer(RuntimeRequest request, OutputStream out) throws IOException, InterruptedException {
        int slash = request.path().indexOf('/', 1);
        Session session = slash < 0 ? null : sessions.get(request.path().substring(1, slash));
        if (session == null || !request.path().startsWith(RUNTIME, slash)) {
            Optional<byte[]> other = session == null ? Optional.empty() : session.other();
            respond(out, other.isPresent() ? "200 OK" : "404 Not Found", "", other.orElse(error("NotFound", "no such path")));
            return true;
        }
        String[] route = request.path().substring(slash + RUNTIME.length()).split("/");
        String call = request.method() + " " + route[0] + "/" + route[route.length - 1];
        return switch (call) {
            case "GET invocation/next" -> {
                Event event = session.next();
                yield event != null && send(event, session, out);
            }
            case "POST invocation/response" -> accepted(session.succeeded(route[1], request.body()), out);
            case "POST invocation/error" -> accepted(session.failed(route[1], request.body()), out);
            case "POST init/error", "POST restore/error" -> {
                session.initFailed(request.body());
                yield accepted(true, out);
            }
            case "GET restore/next" -> {
                respond(out, "200 OK", "", new byte[0]);
                yield true;
            }
            default -> {
                respond(out, "404 Not Found", "", error("NotFound", "no such call"));
                yield true;
            }
        };
    }

    private static boolean send(Event event, Session session, OutputStream out) throws IOException {
        String headers = "Lambda-Runtime-Aws-Request-Id: " + event.requestId()
                + "\r\nLambda-Runtime-Deadline-Ms: " + event.deadline().toEpochMilli()
                + "\r\nLambda-Runtime-Invoked-Function-Arn: " + event.functionArn()
                + "\r\nLambda-Runtime-Trace-Id: " + trace(event) + "\r\n";
        try {
            respond(out, "200 OK", headers, event.payload());
            return true;
        } catch (IOException e) {
            session.undelivered(event.requestId());
            return false;
        }
    }

    /// X-Ray's form of a trace that nobody samples; the request id's digits make it unique.
    private static String trace(Event event) {
        String digits = event.requestId().replace("-", "");
        return "Root=1-%08x-%s;Parent=%s;Sampled=0"
                .formatted(Instant.now().getEpochSecond(), digits.substring(0, 24), digits.substring(16));
    }

    private static boolean accepted(boolean known, OutputStream out) throws IOException {
        if (known) {
            respond(out, "202 Accepted", "", "{\"status\":\"OK\"}".getBytes(StandardCharsets.US_ASCII));
        } else {
            respond(out, "400 Bad Request", "", error("InvalidRequestID", "Invalid request ID"));
        }
        return true;
    }

    private static byte[] error(String type, String message) {
        return "{\"errorType\":\"%s\",\"errorMessage\":\"%s\"}".formatted(type, message).getBytes(StandardCharsets.US_ASCII);
    }

    private static void respond(OutputStream out, String status, String headers, byte[] body) throws IOException {
        byte[] head = ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n"
                        + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        // One write, so that one packet: the worker need not wait for a second.
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        out.write(message);
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is gone either way.
        }
    }
}
