package dev.stampede.cloud.listener;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An answer on its connection: the head, then as many bytes as it announced.
final class AnswerStream extends OutputStream {

    /// Two digits for the day, always (https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7).
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US).withZone(ZoneOffset.UTC);

    private final OutputStream out;
    private boolean begun;
    private boolean unheard;
    private long left;

    AnswerStream(OutputStream out) {
        this.out = out;
    }

    /// @param length of the body that follows; -1 where whatever is written of one is not sent
    void begin(int status, Headers headers, long length) throws IOException {
        // A status without words is whole (https://www.rfc-editor.org/rfc/rfc9112#section-4).
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" \r\nDate: ")
                .append(date(Instant.now())).append("\r\n");
        headers.forEach((name, values) -> values.forEach(
                value -> head.append(name).append(": ").append(value).append("\r\n")));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        begun = true;
        unheard = length < 0;
        left = Math.max(0, length);
        flushWhole();
    }

    static String date(Instant time) {
        return DATE.format(time);
    }

    @Override
    public void write(int each) throws IOException {
        write(new byte[]{(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (unheard) {
            return;
        }
        if (!begun || length > left) {
            throw new IOException("more than was announced");
        }
        out.write(bytes, offset, length);
        left -= length;
        flushWhole();
    }

    /// One packet for an answer that fits.
    private void flushWhole() throws IOException {
        if (left == 0) {
            out.flush();
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /// All that was announced has gone out.
    boolean isComplete() {
        return begun && left == 0;
    }
}
