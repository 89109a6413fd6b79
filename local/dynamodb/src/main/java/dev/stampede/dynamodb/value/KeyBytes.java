package dev.stampede.dynamodb.value;

import dev.stampede.dynamodb.value.AttributeValue.B;
import dev.stampede.dynamodb.value.AttributeValue.N;
import dev.stampede.dynamodb.value.AttributeValue.S;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// Keys as bytes whose unsigned order is DynamoDB's: strings by their UTF-8 bytes, numbers by value, binary as it is.
/// Each part ends with a mark, so that no part is the beginning of another. In front of the partition key stands its
/// hash, which spreads the partitions over the whole of a table as the service does; a segment of a parallel scan is a
/// range of hashes.
public final class KeyBytes {

    /// How far the exponent of a number is moved, so that it is positive.
    private static final int BIAS = 256;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

    /// The beginning of every key of one partition.
    ///
    /// @param hashKey the attributes of the partition key
    public static KeyBytes partition(List<AttributeValue> hashKey) {
        KeyBytes key = new KeyBytes();
        List<byte[]> parts = hashKey.stream().map(KeyBytes::part).toList();
        CRC32C hash = new CRC32C();
        parts.forEach(hash::update);
        key.out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) hash.getValue()).array());
        parts.forEach(key.out::writeBytes);
        return key;
    }

    public KeyBytes then(AttributeValue value) {
        out.writeBytes(part(value));
        return this;
    }

    /// Adds another key, which makes one that is not unique by itself unique.
    public KeyBytes then(byte[] key) {
        out.writeBytes(key);
        return this;
    }

    /// Adds the beginning of a text or of bytes, without the mark at the end.
    public KeyBytes thenPrefix(AttributeValue value) {
        byte[] part = part(value);
        out.write(part, 0, part.length - 2);
        return this;
    }

    /// The same again, to be continued otherwise.
    public KeyBytes copy() {
        return new KeyBytes().then(bytes());
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    /// The lowest key of a segment of a parallel scan.
    public static byte[] segmentStart(int segment, int segments) {
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) ((1L << 32) * segment / segments)).array();
    }

    /// The first key behind all that begin with `prefix`; null when there is none, because all its bytes are 0xFF.
    public static byte[] behind(byte[] prefix) {
        int last = prefix.length - 1;
        while (last >= 0 && prefix[last] == (byte) 0xFF) {
            last--;
        }
        if (last < 0) {
            return null;
        }
        byte[] behind = Arrays.copyOf(prefix, last + 1);
        behind[last]++;
        return behind;
    }

    /// 0x00 becomes 0x00 0xFF, and 0x00 0x00 is the mark at the end.
    private static byte[] part(AttributeValue value) {
        byte[] raw = switch (value) {
            case S(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case B(ByteString bytes) -> bytes.bytes();
            case N(BigDecimal number) -> number(number);
            default -> throw new IllegalArgumentException("no key has the type " + value.type());
        };
        ByteArrayOutputStream escaped = new ByteArrayOutputStream(raw.length + 8);
        for (byte each : raw) {
            escaped.write(each);
            if (each == 0) {
                escaped.write(0xFF);
            }
        }
        escaped.write(0);
        escaped.write(0);
        return escaped.toByteArray();
    }

    /// The sign, the exponent, the digits; of a negative number the complement of the last two.
    private static byte[] number(BigDecimal number) {
        if (number.signum() == 0) {
            return new byte[]{1};
        }
        String digits = number.unscaledValue().abs().toString();
        int exponent = number.precision() - number.scale() + BIAS;
        ByteBuffer bytes = ByteBuffer.allocate(4 + digits.length());
        bytes.put((byte) (number.signum() < 0 ? 0 : 2)).putShort((short) exponent);
        digits.chars().forEach(digit -> bytes.put((byte) (digit - '0' + 1)));
        bytes.put((byte) 0);
        if (number.signum() < 0) {
            for (int i = 1; i < bytes.capacity(); i++) {
                bytes.put(i, (byte) ~bytes.get(i));
            }
        }
        return bytes.array();
    }
}
