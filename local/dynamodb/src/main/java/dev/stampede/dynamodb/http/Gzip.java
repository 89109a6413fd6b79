package dev.stampede.dynamodb.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks gzip (RFC 1952) of one member or several. Java's own stream passes over what follows the last one, which may
/// be half of a request; here it is an error.
final class Gzip {

    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATED = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final ByteBuffer in;
    private final int largest;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Gzip(byte[] packed, int largest) {
        in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        this.largest = largest;
    }

    static byte[] unpack(byte[] packed, int largest) throws IOException {
        Gzip gzip = new Gzip(packed, largest);
        try {
            do {
                gzip.header();
                gzip.member();
            } while (gzip.in.hasRemaining());
        } catch (BufferUnderflowException | IllegalArgumentException | DataFormatException e) {
            throw new IOException("Not gzip", e);
        }
        return gzip.out.toByteArray();
    }

    private void header() throws IOException {
        if ((in.getShort() & 0xffff) != MAGIC || in.get() != DEFLATED) {
            throw new IOException("Not gzip");
        }
        int flags = in.get();
        // The time, and what packed it.
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(in.getShort() & 0xffff);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
    }

    private void skip(int bytes) {
        in.position(in.position() + bytes);
    }

    private void skipText() {
        while (in.get() != 0) {
            // Up to the zero.
        }
    }

    private void member() throws IOException, DataFormatException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[8192];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(in);
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IOException("The packed body ends early");
                }
                if (out.size() + read > largest) {
                    throw new Body.TooLarge();
                }
                sum.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            if (in.getInt() != (int) sum.getValue() || in.getInt() != (int) inflater.getBytesWritten()) {
                throw new IOException("The packed body is damaged");
            }
        }
    }
}
