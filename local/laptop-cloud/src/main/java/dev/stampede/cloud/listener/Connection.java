package dev.stampede.cloud.listener;

import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// One connection: requests and their answers in turn.
///
/// @param handlers by path
record Connection(Socket socket, Function<String, HttpHandler> handlers) {

    /// A load test's clients rest between two requests; who sends half of one is not waited for as long.
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(30);
    private static final int MOST_DRAINED = 256 * 1024;
    private static final Duration LINGERING = Duration.ofSeconds(1);
    private static final int MOST_LINGERED = 8 * 1024 * 1024;

    /// Returns when either side ends the connection.
    void serve() {
        try (socket) {
            // Else an answer may wait 40 ms for the viewer's acknowledgement.
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
            try {
                while (answered(in, out)) {}
            } catch (Refusal refusal) {
                refusal.writeTo(out);
            }
            linger(in);
        } catch (IOException e) {
            // The other side is gone, or sent nothing for too long.
        }
    }

    /// @return whether the connection goes on
    private boolean answered(InputStream in, OutputStream out) throws IOException {
        socket.setSoTimeout((int) IDLE.toMillis());
        in.mark(1);
        if (in.read() < 0) {
            return false;
        }
        in.reset();
        socket.setSoTimeout((int) BETWEEN_BYTES.toMillis());
        Optional<RequestHead> read = RequestHead.read(in);
        if (read.isEmpty()) {
            return false;
        }
        RequestHead head = read.get();
        BodyStream body = new BodyStream(in, head.bodyLength());
        if (head.waitsToContinue()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        Exchange exchange = new Exchange(socket, head, body, out);
        handle(exchange);
        return exchange.isAnswered() && head.keepsConnection() && body.isDrained(MOST_DRAINED);
    }

    /// A connection that is closed on something unread is reset, and its last answer may be lost with it.
    private void linger(InputStream in) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout((int) LINGERING.toMillis());
        byte[] buffer = new byte[16 * 1024];
        for (int drained = 0, count = 0; count >= 0 && drained < MOST_LINGERED; drained += count) {
            count = in.read(buffer);
        }
    }

    private void handle(Exchange exchange) throws IOException {
        try {
            handlers.apply(exchange.path()).handle(exchange);
        } catch (Refusal | RuntimeException e) {
            if (exchange.getResponseCode() >= 0) {
                throw new IOException("failed while it answered", e);
            }
            throw e instanceof Refusal refusal ? refusal : Refusal.failed();
        }
    }
}
