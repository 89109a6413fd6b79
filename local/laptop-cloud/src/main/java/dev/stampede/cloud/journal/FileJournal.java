package dev.stampede.cloud.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.state.DiskWatch;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps hops as JSON lines in two files of bounded size: when the newer is full it becomes the older. A thread of its
/// own writes, so that noting a hop costs the caller nothing but its place in a queue. While the file cannot be written
/// hops are left out, and it is tried again.
public final class FileJournal implements Journal, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEWER = "journal.jsonl";
    private static final String OLDER = "journal.1.jsonl";
    private static final long MAX_BYTES = 64L << 20;
    private static final int QUEUE = 20_000;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private sealed interface Entry {
        record Noted(Hop hop) implements Entry {}

        /// Everything noted before it is in the file when it is through, where the file can be written.
        record Mark(CountDownLatch written, boolean last) implements Entry {}
    }

    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Path folder;
    private final long maxBytes;
    private final DiskWatch disk;
    private final Thread writer;
    /// Of the writer alone.
    private boolean closed;

    /// @param disk told when the journal cannot be written
    public FileJournal(Path folder, DiskWatch disk) {
        this(folder, MAX_BYTES, disk);
    }

    FileJournal(Path folder, long maxBytes, DiskWatch disk) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.disk = disk;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.writer = Thread.ofPlatform().daemon().name("journal").start(this::write);
    }

    /// Where the queue is full the hop is left out: a trace may have a gap, the shop may not wait.
    @Override
    public void note(Hop hop) {
        queue.offer(new Entry.Noted(hop));
    }

    /// The hops of one order in the order they were noted, those just noted too.
    public List<Hop> of(String orderId) {
        flush(false);
        return of(folder, orderId);
    }

    /// The hops of one order as kept in a folder; they may be written by another process.
    public static List<Hop> of(Path folder, String orderId) {
        List<Hop> hops = new ArrayList<>();
        for (String name : List.of(OLDER, NEWER)) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Files.newInputStream(folder.resolve(name)), StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> line.contains(orderId)).flatMap(line -> hop(line).stream())
                        .filter(hop -> hop.orders().contains(orderId)).forEach(hops::add);
            } catch (NoSuchFileException _) {
                // Nothing was written to it yet.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return hops;
    }

    private void write() {
        Path file = folder.resolve(NEWER);
        try {
            while (!closed) {
                try {
                    fill(file);
                    if (!closed) {
                        Files.move(file, folder.resolve(OLDER), StandardCopyOption.REPLACE_EXISTING);
                    }
                } catch (IOException e) {
                    disk.failed(file, e);
                    skip();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Until the file is full or the journal is closed.
    private void fill(Path file) throws IOException, InterruptedException {
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                disk.disk().append(file), StandardCharsets.UTF_8))) {
            long bytes = Files.size(file);
            if (!endsWithALine(file, bytes)) {
                out.newLine();
            }
            while (bytes < maxBytes && !closed) {
                if (queue.isEmpty()) {
                    out.flush();
                }
                switch (queue.take()) {
                    case Entry.Noted(Hop hop) -> {
                        String line = line(hop);
                        out.write(line);
                        out.newLine();
                        bytes += line.length() + 1;
                    }
                    case Entry.Mark mark -> {
                        try {
                            out.flush();
                        } finally {
                            pass(mark);
                        }
                    }
                }
            }
        }
    }

    /// Until the next try: nobody waits for a mark meanwhile, and what is noted is left out.
    private void skip() throws InterruptedException {
        long end = System.nanoTime() + BETWEEN_TRIES.toNanos();
        for (long left = BETWEEN_TRIES.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
            if (queue.poll(left, TimeUnit.NANOSECONDS) instanceof Entry.Mark mark) {
                pass(mark);
            }
        }
    }

    private void pass(Entry.Mark mark) {
        closed = mark.last();
        mark.written().countDown();
    }

    /// A line may have been cut by a full disk or a kill; the next shall not stick to it.
    private static boolean endsWithALine(Path file, long bytes) throws IOException {
        if (bytes == 0) {
            return true;
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            content.seek(bytes - 1);
            return content.read() == '\n';
        }
    }

    private static String line(Hop hop) {
        ObjectNode line = JSON.createObjectNode()
                .put("at", hop.at().toString())
                .put("kind", hop.kind())
                .put("actor", hop.actor())
                .put("target", hop.target())
                .put("action", hop.action())
                .put("outcome", hop.outcome())
                .put("micros", hop.micros());
        hop.orders().forEach(line.putArray("orders")::add);
        return line.toString();
    }

    /// Nothing where the line is cut or garbage.
    private static Optional<Hop> hop(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            Set<String> orders = new HashSet<>();
            json.path("orders").forEach(order -> orders.add(order.asText()));
            return Optional.of(new Hop(
                    Instant.parse(json.path("at").asText()),
                    json.path("kind").asText(),
                    json.path("actor").asText(),
                    json.path("target").asText(),
                    json.path("action").asText(),
                    json.path("outcome").asText(),
                    json.path("micros").asLong(),
                    orders));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private void flush(boolean last) {
        CountDownLatch written = new CountDownLatch(1);
        try {
            if (writer.isAlive()) {
                queue.put(new Entry.Mark(written, last));
                written.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        flush(true);
    }
}
