package dev.stampede.cloud.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.state.Disk;
import dev.stampede.cloud.state.DiskWatch;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Every mail that was sent, the newest thousand; kept over restarts. On the disk are the mails of the run, in two
/// files of bounded size: when the newer is full it becomes the older.
public final class Mailbox {

    private static final int MAX_MAILS = 1000;
    /// Of each file, some thirteen thousand mails.
    private static final long MAX_BYTES = 64L << 20;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private final Optional<Path> file;
    private final long maxBytes;
    private final DiskWatch disk;
    /// Whether the last line may be half written.
    private boolean cut;

    public Mailbox(Optional<Path> folder, DiskWatch disk) {
        this(folder, MAX_BYTES, disk);
    }

    public Mailbox(Optional<Path> folder, long maxBytes, DiskWatch disk) {
        this.maxBytes = maxBytes;
        this.file = folder.map(each -> each.resolve("mail.jsonl"));
        this.disk = disk;
        file.filter(Mailbox::isThere).ifPresent(this::open);
    }

    private void open(Path kept) {
        kept(kept).forEach(this::keep);
        List<String> lines = lines(kept);
        // A kill may have cut the last line; what else cannot be read is told.
        long garbage =
                lines.stream().limit(Math.max(0, lines.size() - 1L)).filter(line -> read(line).isEmpty()).count();
        if (garbage > 0) {
            disk.tell(kept + " is damaged: " + garbage + " line(s) of it are no mails and are left out.");
        }
        // What is beyond the thousand goes from the file here, not at every mail.
        cut = !write(kept, () -> {
            disk.disk().replace(kept, text(mails));
            Files.deleteIfExists(older(kept));
        });
    }

    /// Oldest first.
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /// All that were sent since the shop was opened last, and a thousand before, as far as they are in the two files;
    /// in memory the newest thousand.
    public synchronized List<Mail> everyMail() {
        return file.filter(Mailbox::isThere)
                .map(Mailbox::kept)
                .orElseGet(this::mails);
    }

    public synchronized Optional<Mail> find(String id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    /// A mail that another service of AWS sends.
    ///
    /// @return false when it could not be kept, so that it was not sent
    public boolean deliver(String from, String to, String subject, String text) {
        return add(new Mail(UUID.randomUUID().toString(), Instant.now(), from, List.of(to), List.of(), List.of(),
                List.of(), subject, "", text));
    }

    /// @return false when it could not be kept, so that it was not sent
    synchronized boolean add(Mail mail) {
        if (file.isPresent() && !write(file.get(), () -> append(file.get(), mail))) {
            return false;
        }
        keep(mail);
        return true;
    }

    private void append(Path kept, Mail mail) throws IOException {
        if (Files.exists(kept) && Files.size(kept) >= maxBytes) {
            Files.move(kept, older(kept), StandardCopyOption.REPLACE_EXISTING);
        }
        long before = Files.exists(kept) ? Files.size(kept) : 0;
        try (OutputStream out = disk.disk().append(kept)) {
            out.write(((cut ? "\n" : "") + line(mail) + "\n").getBytes(StandardCharsets.UTF_8));
            cut = false;
        } catch (IOException e) {
            cut = true;
            takeBack(kept, before);
            throw e;
        }
    }

    /// What a full disk took of a line.
    private void takeBack(Path kept, long before) throws IOException {
        try (FileChannel content = FileChannel.open(kept, StandardOpenOption.WRITE)) {
            content.truncate(before);
            cut = false;
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private boolean write(Path kept, Writing writing) {
        try {
            writing.write();
            return true;
        } catch (IOException e) {
            disk.failed(kept, e);
            return false;
        }
    }

    private static byte[] text(Iterable<Mail> some) {
        StringBuilder text = new StringBuilder();
        some.forEach(mail -> text.append(line(mail)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isThere(Path kept) {
        return Files.exists(kept) || Files.exists(older(kept));
    }

    private static Path older(Path kept) {
        return kept.resolveSibling("mail.1.jsonl");
    }

    /// Of both files, each mail once: a kill may leave it in both.
    private static List<Mail> kept(Path newer) {
        Map<String, Mail> byId = new LinkedHashMap<>();
        Stream.of(older(newer), newer)
                .flatMap(file -> lines(file).stream())
                .flatMap(line -> read(line).stream())
                .forEach(mail -> byId.put(mail.id(), mail));
        return List.copyOf(byId.values());
    }

    /// Bytes that are no text become signs that no mail begins with.
    private static List<String> lines(Path kept) {
        if (!Files.exists(kept)) {
            return List.of();
        }
        try {
            return new String(Files.readAllBytes(kept), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(kept + " cannot be read: " + Disk.words(e), e);
        }
    }

    private void keep(Mail mail) {
        mails.addLast(mail);
        if (mails.size() > MAX_MAILS) {
            mails.removeFirst();
        }
    }

    private static String line(Mail mail) {
        ObjectNode line = Protocol.MAPPER.createObjectNode()
                .put("id", mail.id()).put("at", mail.at().toString()).put("from", mail.from());
        fill(line.putArray("to"), mail.to());
        fill(line.putArray("cc"), mail.cc());
        fill(line.putArray("bcc"), mail.bcc());
        fill(line.putArray("replyTo"), mail.replyTo());
        return line.put("subject", mail.subject()).put("html", mail.html()).put("text", mail.text()).toString();
    }

    private static void fill(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static Optional<Mail> read(String line) {
        try {
            JsonNode json = Protocol.MAPPER.readTree(line);
            return Optional.of(new Mail(json.path("id").asText(), Instant.parse(json.path("at").asText()),
                    json.path("from").asText(), texts(json.path("to")), texts(json.path("cc")), texts(json.path("bcc")),
                    texts(json.path("replyTo")), json.path("subject").asText(), json.path("html").asText(),
                    json.path("text").asText()));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
