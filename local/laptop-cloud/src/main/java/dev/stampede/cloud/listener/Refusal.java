package dev.stampede.cloud.listener;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What cannot be read as a request, in the shape in which API Gateway refuses. The connection ends with it: where the
/// next request would begin is not known.
final class Refusal extends IOException {

    private static final long serialVersionUID = 1;

    static final HttpHandler NOT_FOUND = exchange -> {
        byte[] body = body("Not Found");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    };

    private final int status;
    private final String reason;

    private Refusal(int status, String reason) {
        super(status + " " + reason);
        this.status = status;
        this.reason = reason;
    }

    static Refusal badRequest() {
        return new Refusal(400, "Bad Request");
    }

    static Refusal headTooLarge() {
        return new Refusal(431, "Request Header Fields Too Large");
    }

    static Refusal notImplemented() {
        return new Refusal(501, "Not Implemented");
    }

    static Refusal failed() {
        return new Refusal(500, "Internal Server Error");
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] body = body(reason);
        out.write(("HTTP/1.1 " + status + " " + reason + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static byte[] body(String message) {
        return ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.US_ASCII);
    }
}
