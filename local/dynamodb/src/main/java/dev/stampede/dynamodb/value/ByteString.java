package dev.stampede.dynamodb.value;

import java.util.Arrays;
import java.util.Base64;

/// Bytes as a value: equal by content, ordered as unsigned bytes. The array is not copied and must not be changed.
public record ByteString(byte[] bytes) implements Comparable<ByteString> {

    /// Reads Base64 as strictly as the service does: padded, and written in the one way there is.
    ///
    /// @throws IllegalArgumentException with the service's message
    public static ByteString parse(String base64) {
        if (base64.length() % 4 != 0) {
            throw new IllegalArgumentException(
                    "Base64 encoded length is expected a multiple of 4 bytes but found: " + base64.length());
        }
        try {
            if (padsZeros(base64)) {
                return new ByteString(Base64.getDecoder().decode(base64));
            }
        } catch (IllegalArgumentException e) {
            // It gets the message of what is not canonical.
        }
        throw new IllegalArgumentException("Invalid last non-pad Base64 character dectected");
    }

    /// Java's decoder passes over the bits that padding leaves over, which have to be zero.
    private static boolean padsZeros(String base64) {
        int end = base64.length();
        return !base64.endsWith("=")
                || (base64.endsWith("==")
                        ? "AQgw".indexOf(base64.charAt(end - 3)) >= 0
                        : "AEIMQUYcgkosw048".indexOf(base64.charAt(end - 2)) >= 0);
    }

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
