package dev.stampede.dynamodb.value;

import dev.stampede.dynamodb.value.AttributeValue.B;
import dev.stampede.dynamodb.value.AttributeValue.N;
import dev.stampede.dynamodb.value.AttributeValue.S;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Keys as bytes whose unsigned order is DynamoDB's: strings by their UTF-8 bytes, numbers by value, binary as it is.
/// Each part ends with a mark, so that no part is the beginning of another. In front of the partition key stands its
/// hash, which spreads the partitions over the whole of a table as the service does; a segment of a parallel scan is a
/// range of hashes.
public final class KeyBytes {

    /// How far the exponent of a number is moved, so that it is positive.
    private static final int BIAS = 256;

    private byte[] bytes = new byte[64];
    private int length;

    /// The beginning of every key of one partition.
    ///
    /// @param hashKey the attributes of the partition key
    public static KeyBytes partition(List<AttributeValue> hashKey) {
        KeyBytes key = new KeyBytes();
        key.length = Integer.BYTES;
        hashKey.forEach(key::then);
        CRC32C hash = new CRC32C();
        hash.update(key.bytes, Integer.BYTES, key.length - Integer.BYTES);
        ByteBuffer.wrap(key.bytes).putInt((int) hash.getValue());
        return key;
    }

    public KeyBytes then(AttributeValue value) {
        part(value);
        add(0);
        add(0);
        return this;
    }

    /// Adds another key, which makes one that is not unique by itself unique.
    public KeyBytes then(byte[] key) {
        room(key.length);
        System.arraycopy(key, 0, bytes, length, key.length);
        length += key.length;
        return this;
    }

    /// Adds the beginning of a text or of bytes, without the mark at the end.
    public KeyBytes thenPrefix(AttributeValue value) {
        part(value);
        return this;
    }

    /// The same again, to be continued otherwise.
    public KeyBytes copy() {
        return new KeyBytes().then(bytes());
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private void add(int each) {
        room(1);
        bytes[length++] = (byte) each;
    }

    /// The lowest key of a segment of a parallel scan.
    public static byte[] segmentStart(int segment, int segments) {
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) ((1L << 32) * segment / segments)).array();
    }

    /// The first key behind all that begin with `prefix`; null when there is none, because all its bytes are 0xFF.
    public static byte @Nullable [] behind(byte[] prefix) {
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
    private void part(AttributeValue value) {
        byte[] raw = switch (value) {
            case S(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case B(ByteString binary) -> binary.bytes();
            case N(BigDecimal number) -> number(number);
            default -> throw new IllegalArgumentException("no key has the type " + value.type());
        };
        for (byte each : raw) {
            add(each);
            if (each == 0) {
                add(0xFF);
            }
        }
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
        for (int i = 0; i < digits.length(); i++) {
            bytes.put((byte) (digits.charAt(i) - '0' + 1));
        }
        bytes.put((byte) 0);
        if (number.signum() < 0) {
            for (int i = 1; i < bytes.capacity(); i++) {
                bytes.put(i, (byte) ~bytes.get(i));
            }
        }
        return bytes.array();
    }
}
