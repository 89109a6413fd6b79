package dev.stampede.cloud.listener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A request as its bytes, for the JDK's client lets nobody choose a `Host`.
///
/// @param head in lower case
public record RawHttp(int status, String head, String body) {

    /// @param start such as `GET / HTTP/1.1`
    public static RawHttp send(int port, String start, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            String lines = start + "\r\n" + String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "");
            socket.getOutputStream().write((lines + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = answer.split("\r\n\r\n", 2);
            return new RawHttp(
                    Integer.parseInt(parts[0].split(" ")[1]),
                    parts[0].toLowerCase(Locale.ROOT),
                    parts.length > 1 ? parts[1] : "");
        }
    }
}
