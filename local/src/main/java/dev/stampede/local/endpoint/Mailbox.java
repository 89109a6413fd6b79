package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Every mail that was sent, the newest thousand; kept over restarts.
public final class Mailbox {

    private static final int MAX_MAILS = 1000;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private final Optional<Path> file;

    Mailbox(Optional<Path> folder) {
        this.file = folder.map(each -> each.resolve("mail.jsonl"));
        file.filter(Files::exists).ifPresent(kept -> {
            kept(kept).forEach(this::keep);
            // What is beyond the thousand goes from the file here, not at every mail.
            write(mails, StandardOpenOption.TRUNCATE_EXISTING);
        });
    }

    /// Oldest first.
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /// All that were sent since the shop was opened last, and a thousand before; in memory the newest thousand.
    public synchronized List<Mail> everyMail() {
        return file.filter(Files::exists).map(Mailbox::kept).orElseGet(this::mails);
    }

    public synchronized Optional<Mail> find(String id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    /// A mail that another service of AWS sends.
    public void deliver(String from, String to, String subject, String text) {
        add(new Mail(UUID.randomUUID().toString(), Instant.now(), from, List.of(to), List.of(), List.of(), List.of(),
                subject, "", text));
    }

    synchronized void add(Mail mail) {
        keep(mail);
        write(List.of(mail), StandardOpenOption.APPEND);
    }

    private static List<Mail> kept(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.endsWith("}")).map(Mailbox::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Mail mail) {
        mails.addLast(mail);
        if (mails.size() > MAX_MAILS) {
            mails.removeFirst();
        }
    }

    private void write(Iterable<Mail> some, StandardOpenOption how) {
        file.ifPresent(path -> {
            try {
                Iterable<String> lines = () -> StreamSupport.stream(some.spliterator(), false).map(Mailbox::line)
                        .iterator();
                Files.write(path, lines, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
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

    private static Mail read(String line) {
        try {
            JsonNode json = Protocol.MAPPER.readTree(line);
            return new Mail(json.get("id").asText(), Instant.parse(json.get("at").asText()), json.get("from").asText(),
                    texts(json.get("to")), texts(json.get("cc")), texts(json.get("bcc")), texts(json.get("replyTo")),
                    json.get("subject").asText(), json.get("html").asText(), json.get("text").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
