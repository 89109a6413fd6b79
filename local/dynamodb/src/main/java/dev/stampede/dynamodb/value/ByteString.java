package dev.stampede.dynamodb.value;

import java.util.Arrays;
import java.util.Base64;

/// Bytes as a value: equal by content, ordered as unsigned bytes. The array is not copied and must not be changed.
public record ByteString(byte[] bytes) implements Comparable<ByteString> {

    public int length() {
        return bytes.length;
    }

    @Override
    public int compareTo(ByteString other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteString(byte[] others) && Arrays.equals(bytes, others);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
