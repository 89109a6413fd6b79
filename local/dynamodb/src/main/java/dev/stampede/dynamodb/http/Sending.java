package dev.stampede.dynamodb.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/// Sends replies with the headers that every one of them has.
final class Sending {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int REQUEST_ID_LENGTH = 52;
    /// Shorter answers are not packed.
    private static final int PACKED_FROM = 4096;

    private Sending() {}

    static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        byte[] body = reply.body();
        Packing packing = reply.contentType() == null || body.length < PACKED_FROM
                ? null
                : Packing.of(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
        if (packing != null) {
            body = packing.pack(body);
            headers.set("Content-Encoding", packing.coding());
        }
        if (reply.contentType() != null) {
            headers.set("Content-Type", reply.contentType());
        }
        headers.set("Server", "Server");
        if ("close".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Connection"))) {
            // Or the client may send its next request while this end closes.
            headers.set("Connection", "close");
        }
        headers.set("x-amzn-RequestId", requestId());
        // Of what is sent, packed or not: that is what the service's clients hold it against.
        headers.set("x-amz-crc32", sum(body));
        boolean none = body.length == 0 && !reply.chunked();
        // Closing the exchange itself would end the connection after an empty body.
        try (OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(reply.status(), none ? -1 : body.length);
            out.write(body);
        }
    }

    private static String sum(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return Long.toString(sum.getValue());
    }

    private static String requestId() {
        char[] id = new char[REQUEST_ID_LENGTH];
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < id.length; i++) {
            id[i] = DIGITS.charAt(random.nextInt(DIGITS.length()));
        }
        return new String(id);
    }
}
