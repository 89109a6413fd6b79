package dev.stampede.cloud.state;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// The few ways in which state is written; a test puts a disk in its place that is full.
public interface Disk {

    Disk LOCAL = new LocalDisk();

    /// Bytes that may still be written in a folder.
    long usable(Path folder) throws IOException;

    /// Opens a file to write on at its end.
    OutputStream append(Path file) throws IOException;

    /// Puts the content in the file's place, wholly or not at all, whenever the process ends.
    void replace(Path file, byte[] content) throws IOException;

    /// The same, and on the disk itself before it returns: a power cut does not undo it.
    void replaceForGood(Path file, byte[] content) throws IOException;

    /// What went wrong, in the system's words and without the path: the caller names that.
    static String words(IOException failure) {
        return failure instanceof java.nio.file.FileSystemException named && named.getReason() != null
                ? named.getReason()
                : failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
