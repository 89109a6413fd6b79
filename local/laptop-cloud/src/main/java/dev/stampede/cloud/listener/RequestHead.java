package dev.stampede.cloud.listener;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lines before a request's body (https://www.rfc-editor.org/rfc/rfc9112).
///
/// @param protocol `HTTP/1.1` or `HTTP/1.0`
record RequestHead(String method, URI target, String protocol, Headers headers) {

    private static final int MAX_BYTES = 400 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern PROTOCOL = Pattern.compile("HTTP/1\\.[01]");
    /// What browsers send in a target though no URI has it.
    private static final String SENT_BARE = "\"<>[\\]^`{|}";
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /// @return empty at the end of the connection
    /// @throws Refusal when it cannot be read
    static Optional<RequestHead> read(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        String start = lines.next();
        // A client may end a body by an empty line that belongs to nothing.
        for (int i = 0; i < 2 && start != null && start.isEmpty(); i++) {
            start = lines.next();
        }
        if (start == null) {
            return Optional.empty();
        }
        String[] parts = start.split(" ", -1);
        if (parts.length != 3 || !TOKEN.matcher(parts[0]).matches() || !PROTOCOL.matcher(parts[2]).matches()) {
            throw Refusal.badRequest();
        }
        RequestHead head = new RequestHead(parts[0], target(parts[1]), parts[2], new Headers());
        for (String line = lines.next(); line == null || !line.isEmpty(); line = lines.next()) {
            int colon = line == null ? -1 : line.indexOf(':');
            if (line == null || colon < 1 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
                throw Refusal.badRequest();
            }
            head.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return Optional.of(head);
    }

    private void add(String name, String value) throws Refusal {
        try {
            headers.add(name, value);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest();
        }
    }

    private static URI target(String text) throws Refusal {
        if (!text.startsWith("/") && !text.startsWith("http://")) {
            throw Refusal.badRequest();
        }
        StringBuilder escaped = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
            char letter = (char) (each & 0xff);
            escaped.append(letter > '~' || SENT_BARE.indexOf(letter) >= 0
                    ? "%%%02X".formatted((int) letter)
                    : String.valueOf(letter));
        }
        try {
            return new URI(escaped.toString());
        } catch (URISyntaxException e) {
            throw Refusal.badRequest();
        }
    }

    /// @return how long the body is; -1 where it says so itself, in chunks
    /// @throws Refusal when two things are said of it, for another reader could believe the other one
    long bodyLength() throws Refusal {
        List<String> codings = headers.getOrDefault("Transfer-Encoding", List.of());
        List<String> lengths = headers.getOrDefault("Content-Length", List.of()).stream().distinct().toList();
        if (!codings.isEmpty()) {
            if (!lengths.isEmpty() || codings.size() > 1 || protocol.equals("HTTP/1.0")) {
                throw Refusal.badRequest();
            }
            if (!codings.getFirst().equalsIgnoreCase("chunked")) {
                throw Refusal.notImplemented();
            }
            return -1;
        }
        if (lengths.size() > 1 || lengths.stream().anyMatch(length -> !LENGTH.matcher(length).matches())) {
            throw Refusal.badRequest();
        }
        return lengths.isEmpty() ? 0 : Long.parseLong(lengths.getFirst());
    }

    boolean keepsConnection() {
        String wish = String.join(",", headers.getOrDefault("Connection", List.of())).toLowerCase(Locale.ROOT);
        return protocol.equals("HTTP/1.1") ? !wish.contains("close") : wish.contains("keep-alive");
    }

    boolean waitsToContinue() {
        return protocol.equals("HTTP/1.1") && "100-continue".equalsIgnoreCase(headers.getFirst("Expect"));
    }

    /// Lines up to a number of bytes together.
    static final class Lines {

        private final InputStream in;
        private int left = MAX_BYTES;

        Lines(InputStream in) {
            this.in = in;
        }

        /// @return null at the end of the connection
        @Nullable
        String next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(128);
            for (int each = in.read(); each != '\n'; each = in.read()) {
                if (each < 0) {
                    return null;
                }
                if (--left < 0) {
                    throw Refusal.headTooLarge();
                }
                line.write(each);
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
    }
}
