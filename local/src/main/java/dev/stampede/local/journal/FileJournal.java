package dev.stampede.local.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Keeps hops as JSON lines in two files of bounded size: when the newer is full it becomes the older. A thread of its
/// own writes, so that noting a hop costs the caller nothing but its place in a queue.
public final class FileJournal implements Journal, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEWER = "journal.jsonl";
    private static final String OLDER = "journal.1.jsonl";
    private static final long MAX_BYTES = 64L << 20;
    private static final int QUEUE = 20_000;

    private sealed interface Entry {
        record Noted(Hop hop) implements Entry {}

        /// Everything noted before it is on disk when it is through.
        record Mark(CountDownLatch written, boolean last) implements Entry {}
    }

    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Path folder;
    private final long maxBytes;
    private final Thread writer;

    public FileJournal(Path folder) {
        this(folder, MAX_BYTES);
    }

    FileJournal(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
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
            try (Stream<String> lines = Files.lines(folder.resolve(name))) {
                // The last line may be half written by now.
                lines.filter(line -> line.endsWith("}") && line.contains(orderId)).map(FileJournal::hop)
                        .filter(hop -> hop.orders().contains(orderId)).forEach(hops::add);
            } catch (NoSuchFileException e) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return hops;
    }

    private void write() {
        boolean open = true;
        while (open) {
            try (BufferedWriter out = Files.newBufferedWriter(
                    folder.resolve(NEWER), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                open = fill(out, Files.size(folder.resolve(NEWER)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                return;
            }
            if (open) {
                rotate();
            }
        }
    }

    /// @return false when the journal is closed, true when the file is full
    private boolean fill(BufferedWriter out, long size) throws IOException, InterruptedException {
        long bytes = size;
        while (bytes < maxBytes) {
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
                case Entry.Mark(CountDownLatch written, boolean last) -> {
                    out.flush();
                    written.countDown();
                    if (last) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void rotate() {
        try {
            Files.move(folder.resolve(NEWER), folder.resolve(OLDER), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static Hop hop(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            Set<String> orders = new HashSet<>();
            json.path("orders").forEach(order -> orders.add(order.asText()));
            return new Hop(
                    Instant.parse(json.get("at").asText()),
                    json.get("kind").asText(),
                    json.get("actor").asText(),
                    json.get("target").asText(),
                    json.get("action").asText(),
                    json.get("outcome").asText(),
                    json.get("micros").asLong(),
                    orders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
