package dev.stampede.cloud.sqs.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;

/// @param type  `String`, `Number` or `Binary`, perhaps with a label behind a dot
/// @param value in UTF-8 where it is text
record MessageAttribute(String type, byte[] value) {

    private static final byte TEXT = 1;
    private static final byte BINARY = 2;

    boolean isBinary() {
        return type.equals("Binary") || type.startsWith("Binary.");
    }

    String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    /// What it adds to the size of its message.
    long size(String name) {
        return utf8(name).length + (long) utf8(type).length + value.length;
    }

    /// What SDKs check
    /// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html).
    static String md5(SortedMap<String, MessageAttribute> attributes) {
        MessageDigest md5 = Message.md5();
        attributes.forEach((name, attribute) -> {
            update(md5, utf8(name));
            update(md5, utf8(attribute.type));
            md5.update(attribute.isBinary() ? BINARY : TEXT);
            update(md5, attribute.value);
        });
        return HexFormat.of().formatHex(md5.digest());
    }

    private static void update(MessageDigest md5, byte[] part) {
        md5.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        md5.update(part);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
