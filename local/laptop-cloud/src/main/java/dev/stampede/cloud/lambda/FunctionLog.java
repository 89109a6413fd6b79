package dev.stampede.cloud.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A function's log: `<state>/logs/<Function>.log`, each line with its time in front, as `aws logs tail` prints them.
/// At 20 MB the file becomes `<Function>.log.1`, in place of the one before.
final class FunctionLog implements AutoCloseable {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private static final Pattern GREETING = Pattern.compile("^Starting \\d+ concurrent function handler threads\\.");

    private static final long MAX_BYTES = 20L * 1024 * 1024;
    /// CloudWatch cuts an event there too.
    private static final int MAX_LINE_BYTES = 256 * 1024;

    private final Path file;
    /// Null while the file is not open.
    private @Nullable OutputStream out;
    private long size;
    private boolean ended;

    FunctionLog(Path logs, String function) {
        this.file = logs.resolve(function + ".log");
    }

    /// What cannot be written is left out: a full disk, or a folder removed by `reset`, must not stop an order. The
    /// next line tries again.
    synchronized void append(String line) {
        byte[] bytes = (TIME.format(Instant.now()) + " " + line + "\n").getBytes(StandardCharsets.UTF_8);
        if (ended) {
            return;
        }
        try {
            if (size + bytes.length > MAX_BYTES) {
                shut();
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            OutputStream to = out == null ? open() : out;
            to.write(bytes);
            size += bytes.length;
        } catch (IOException e) {
            shut();
        }
    }

    /// Copies a process's output, line by line, until it ends.
    void pump(InputStream output) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (output) {
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n' || line.size() >= MAX_LINE_BYTES) {
                        appendAndReset(line);
                    }
                    if (buffer[i] != '\n') {
                        line.write(buffer[i]);
                    }
                }
            }
        } catch (IOException e) {
            // The process was killed.
        }
        if (line.size() > 0) {
            appendAndReset(line);
        }
    }

    @Override
    public synchronized void close() {
        ended = true;
        shut();
    }

    private void shut() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            // Nothing is buffered.
        }
        out = null;
    }

    private void appendAndReset(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        // The client greets without a line end, so its greeting sticks to the function's first line.
        append(text.startsWith("Starting ") ? GREETING.matcher(text).replaceFirst("") : text);
    }

    private OutputStream open() throws IOException {
        Files.createDirectories(file.getParent());
        OutputStream opened = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        out = opened;
        size = Files.size(file);
        return opened;
    }
}
