package dev.stampede.cloud.sqs.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/// One receive of a message. Its handle holds for that queue only, and outlives a restart.
///
/// @param receives how often the message had been received then; a later receive makes this one old
record Receipt(long number, int receives) {

    private static final int LENGTH = Long.BYTES + 2 * Integer.BYTES;

    String handle(String queue) {
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .putLong(number).putInt(receives).putInt(check(queue)).array();
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// @throws SqsException when it is none, or of another queue
    static Receipt parse(String queue, String handle) {
        try {
            byte[] bytes = Base64.getDecoder().decode(handle);
            if (bytes.length == LENGTH) {
                ByteBuffer parts = ByteBuffer.wrap(bytes);
                Receipt receipt = new Receipt(parts.getLong(), parts.getInt());
                if (parts.getInt() == receipt.check(queue)) {
                    return receipt;
                }
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new SqsException(SqsException.Code.INVALID_RECEIPT,
                "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
    }

    private int check(String queue) {
        CRC32C crc = new CRC32C();
        crc.update(queue.getBytes(StandardCharsets.UTF_8));
        crc.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(number).putInt(receives).flip());
        return (int) crc.getValue();
    }
}
