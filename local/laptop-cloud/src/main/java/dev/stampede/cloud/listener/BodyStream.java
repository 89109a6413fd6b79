package dev.stampede.cloud.listener;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/// A request's body on its connection: so many bytes, or chunks until an empty one.
final class BodyStream extends InputStream {

    private static final Pattern SIZE = Pattern.compile("[0-9a-fA-F]{1,8}");

    private final InputStream in;
    private final boolean chunked;
    /// Of the body, or of the chunk at hand.
    private long left;
    private boolean begun;
    private boolean ended;

    /// @param length -1 for chunks
    BodyStream(InputStream in, long length) {
        this.in = in;
        this.chunked = length < 0;
        this.left = Math.max(0, length);
        this.ended = length == 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && chunked && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException();
        }
        left -= count;
        ended = left == 0 && !chunked;
        return count;
    }

    private void nextChunk() throws IOException {
        RequestHead.Lines lines = new RequestHead.Lines(in);
        if (begun && !"".equals(lines.next())) {
            throw Refusal.badRequest();
        }
        begun = true;
        String line = lines.next();
        String size = line == null ? "" : line.split(";", 2)[0].strip();
        if (!SIZE.matcher(size).matches()) {
            throw Refusal.badRequest();
        }
        left = Long.parseLong(size, 16);
        if (left == 0) {
            ended = true;
            // Trailers, which nobody asks for.
            String trailer = lines.next();
            while (trailer != null && !trailer.isEmpty()) {
                trailer = lines.next();
            }
        }
    }

    /// Whether it was read to its end, which is where the next request begins.
    ///
    /// @param most bytes that are read for that
    boolean isDrained(int most) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        for (int drained = 0; !ended && drained < most;) {
            drained += Math.max(0, read(buffer, 0, buffer.length));
        }
        return ended;
    }
}
