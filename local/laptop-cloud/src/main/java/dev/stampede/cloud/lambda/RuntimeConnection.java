package dev.stampede.cloud.lambda;

import dev.stampede.cloud.lambda.RuntimeApi.Event;
import dev.stampede.cloud.lambda.RuntimeApi.Session;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// One connection of a worker's to the Runtime API.
///
/// @param sessions by the secret in the path; null for one that is not known
record RuntimeConnection(Socket socket, Function<String, Session> sessions) {

    private static final String RUNTIME = "/2018-06-01/runtime/";

    /// Returns when the worker, or `RuntimeApi.close`, ends the connection.
    void serve() {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (RuntimeRequest request = RuntimeRequest.read(in); request != null && answer(request, out); request =
                    RuntimeRequest.read(in)) {}
        } catch (IOException e) {
            // The worker ended; its process tells.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false when the connection is of no more use
    private boolean answer(RuntimeRequest request, OutputStream out) throws IOException, InterruptedException {
        int slash = request.path().indexOf('/', 1);
        Session session = slash < 0 ? null : sessions.apply(request.path().substring(1, slash));
        if (session == null || !request.path().startsWith(RUNTIME, slash)) {
            Optional<byte[]> other = session == null ? Optional.empty() : session.other();
            respond(out, other.isPresent() ? "200 OK" : "404 Not Found", "",
                    other.orElse(error("NotFound", "no such path")));
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
        return "{\"errorType\":\"%s\",\"errorMessage\":\"%s\"}".formatted(type, message)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void respond(OutputStream out, String status, String headers, byte[] body) throws IOException {
        byte[] head =
                ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n"
                        + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        // One write, so that one packet: the worker need not wait for a second.
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        out.write(message);
    }
}
