package dev.stampede.dynamodb.stream;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.store.Batch;
import dev.stampede.store.Space;
import dev.stampede.store.Store;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/// Numbers that grow from record to record over all streams, and over restarts: before a block of them is used, the
/// store keeps its end, and a store that is opened begins there. Used by the one writer there is.
final class SequenceNumbers {

    private static final int BLOCK = 100_000;
    private static final byte[] RESERVED = {0};
    /// The service's have from 21 digits on. As texts they are to be in the same order, so all have as many.
    private static final BigInteger OFFSET = BigInteger.TEN.pow(20);

    private static final String FIRST = OFFSET.toString();

    private final Store store;
    private final Space space;
    private long next;
    private long reserved;

    SequenceNumbers(Store store) {
        this.store = store;
        this.space = store.space("stream.numbers");
        byte[] kept = space.get(RESERVED);
        next = kept == null ? 1 : ByteBuffer.wrap(kept).getLong();
        reserved = next;
    }

    long next() {
        if (next == reserved) {
            byte[] end = ByteBuffer.allocate(Long.BYTES).putLong(reserved + BLOCK).array();
            store.write(new Batch().put(space, RESERVED, end));
            reserved += BLOCK;
        }
        return next++;
    }

    static String text(long number) {
        String digits = Long.toString(number);
        return FIRST.substring(0, FIRST.length() - digits.length()) + digits;
    }

    /// @throws DynamoDbException when the text is no sequence number
    static long parse(String text) {
        if (!text.matches("\\d{1,40}")) {
            throw DynamoDbException.validation("Invalid SequenceNumber");
        }
        BigInteger number = new BigInteger(text).subtract(OFFSET);
        return number.max(BigInteger.ZERO)
                .min(BigInteger.valueOf(Long.MAX_VALUE - 1))
                .longValueExact();
    }
}
