package dev.stampede.cloud;

import dev.stampede.cloud.state.KeptState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps two laptop clouds from sharing one state folder. The system frees it when the process ends, however it ends.
public final class StateLock implements AutoCloseable {

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws IllegalStateException with a sentence when another one has it, or when nothing can be written there
    public static StateLock take(Path state) {
        KeptState.open(state);
        try {
            FileChannel channel = FileChannel.open(
                    state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                return new StateLock(channel);
            }
            channel.close();
            throw new IllegalStateException("The shop is running already on the state in " + state
                    + ". Stop it first (Ctrl-C in its terminal), or choose another folder with --state.");
        } catch (IOException e) {
            throw KeptState.cannotBeWritten(state, e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
