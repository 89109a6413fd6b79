package dev.stampede.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.ObjLongConsumer;
import java.util.zip.CRC32C;

/// One file of the log. A record is its length and its checksum (4 bytes each), its number (8 bytes) and its changes.
/// Records are appended by one write each, which is in the hands of the operating system when it returns: the end of
/// the process, however hard, does not take it back. The loss of power may; `force` bounds that.
final class Log implements AutoCloseable {

    private static final int HEADER = 16;

    private final Path file;
    private final FileChannel channel;
    private long end;
    /// Set while the file may hold the beginning of a record whose write failed.
    private boolean torn;

    private Log(Path file, FileChannel channel, long end) {
        this.file = file;
        this.channel = channel;
        this.end = end;
    }

    /// @param end where the next record goes; what is behind it is cut off
    static Log open(Path file, long end) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(end);
        return new Log(file, channel, end);
    }

    /// @throws IOException when it could not be written; then the log is as it was before
    void append(long number, byte[] changes) throws IOException {
        cutTornRecord();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + changes.length);
        bytes.putInt(changes.length).putInt(checksum(number, changes)).putLong(number).put(changes).flip();
        long at = end;
        try {
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            end = at;
        } catch (IOException e) {
            torn = true;
            cutTornRecord();
            throw e;
        }
    }

    private void cutTornRecord() throws IOException {
        if (torn) {
            channel.truncate(end);
            torn = false;
        }
    }

    void force() throws IOException {
        channel.force(false);
    }

    Path file() {
        return file;
    }

    long size() {
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /// What a file holds up to its first record that is not whole.
    ///
    /// @param end   where the whole records end
    /// @param whole whether the file ends there, too; otherwise it is cut off or damaged
    record Contents(long end, boolean whole) {}

    /// Reads a file record by record.
    ///
    /// @param records takes the changes and the number of each whole record
    static Contents read(Path file, ObjLongConsumer<byte[]> records) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        while (bytes.remaining() >= HEADER) {
            int at = bytes.position();
            int length = bytes.getInt();
            int checksum = bytes.getInt();
            long number = bytes.getLong();
            if (length < 0 || length > bytes.remaining()) {
                return new Contents(at, false);
            }
            byte[] changes = new byte[length];
            bytes.get(changes);
            if (checksum != checksum(number, changes)) {
                return new Contents(at, false);
            }
            records.accept(changes, number);
        }
        return new Contents(bytes.position(), !bytes.hasRemaining());
    }

    private static int checksum(long number, byte[] changes) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        crc.update(changes);
        return (int) crc.getValue();
    }
}
