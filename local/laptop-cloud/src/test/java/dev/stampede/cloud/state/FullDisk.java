package dev.stampede.cloud.state;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A disk that a test fills and frees. When it is full, half of what is appended still goes through.
public final class FullDisk implements Disk {

    public volatile boolean full;
    public volatile long usable = Long.MAX_VALUE;
    /// How often a file was put in its place.
    public final AtomicInteger replaced = new AtomicInteger();

    @Override
    public long usable(Path folder) {
        return usable;
    }

    @Override
    public OutputStream append(Path file) throws IOException {
        return new FilterOutputStream(LOCAL.append(file)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, full ? length / 2 : length);
                refuse(file);
            }
        };
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        refuse(file);
        LOCAL.replace(file, content);
        replaced.incrementAndGet();
    }

    @Override
    public void replaceForGood(Path file, byte[] content) throws IOException {
        replace(file, content);
    }

    private void refuse(Path file) throws IOException {
        if (full) {
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
    }
}
