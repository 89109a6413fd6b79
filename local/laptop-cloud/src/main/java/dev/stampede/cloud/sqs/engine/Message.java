package dev.stampede.cloud.sqs.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A message as it is kept. What it has not is an empty text.
///
/// @param sentAt          milliseconds of the wall clock
/// @param delaySeconds    for how long nobody sees it after it was sent
/// @param earlierReceives by the queues that it came through as a dead letter
/// @param firstReceivedAt by those queues, milliseconds of the wall clock; 0 for never
/// @param source          the ARN of the queue whose dead letter it is
record Message(
        String id,
        String sender,
        long sentAt,
        int delaySeconds,
        String group,
        String trace,
        int earlierReceives,
        long firstReceivedAt,
        String source,
        SortedMap<String, MessageAttribute> attributes,
        byte[] body) {

    private static final byte VERSION = 1;

    static Message sent(String sender, long sentAt, int delaySeconds, String group, String trace,
            Map<String, MessageAttribute> attributes, byte[] body) {
        return new Message(UUID.randomUUID().toString(), sender, sentAt, delaySeconds, group, trace, 0, 0, "",
                new TreeMap<>(attributes), body);
    }

    /// The same message in a dead-letter queue: it keeps its id and its age.
    Message asDeadLetter(String ofQueue, Entry entry) {
        return new Message(id, sender, sentAt, 0, group, trace, earlierReceives + entry.receives,
                firstReceivedAt == 0 ? entry.firstReceived : firstReceivedAt, ofQueue, attributes, body);
    }

    /// What a redrive makes of a dead letter: a new message.
    Message redriven(long at) {
        return sent(sender, at, 0, group, trace, attributes, body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String md5OfBody() {
        return HexFormat.of().formatHex(md5().digest(body));
    }

    long size() {
        return body.length + attributes.entrySet().stream()
                .mapToLong(each -> each.getValue().size(each.getKey()))
                .sum();
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(id);
            out.writeUTF(sender);
            out.writeLong(sentAt);
            out.writeInt(delaySeconds);
            out.writeUTF(group);
            out.writeUTF(source);
            out.writeInt(earlierReceives);
            out.writeLong(firstReceivedAt);
            write(out, trace.getBytes(StandardCharsets.UTF_8));
            out.writeInt(attributes.size());
            for (Map.Entry<String, MessageAttribute> attribute : attributes.entrySet()) {
                out.writeUTF(attribute.getKey());
                out.writeUTF(attribute.getValue().type());
                write(out, attribute.getValue().value());
            }
            write(out, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    static Message read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IOException("a message of the unknown version " + version);
            }
            String id = in.readUTF();
            String sender = in.readUTF();
            long sentAt = in.readLong();
            int delaySeconds = in.readInt();
            String group = in.readUTF();
            String source = in.readUTF();
            int earlierReceives = in.readInt();
            long firstReceivedAt = in.readLong();
            String trace = new String(part(in), StandardCharsets.UTF_8);
            SortedMap<String, MessageAttribute> attributes = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                attributes.put(in.readUTF(), new MessageAttribute(in.readUTF(), part(in)));
            }
            return new Message(id, sender, sentAt, delaySeconds, group, trace, earlierReceives, firstReceivedAt, source,
                    attributes, part(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the queues hold what is no message", e);
        }
    }

    private static byte[] part(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
