package dev.stampede.local.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// How far each shard of a stream has been delivered, kept in a file so that a restart goes on from there.
/// A crash between a delivery and its checkpoint delivers again: at least once, as in AWS.
final class Checkpoints {

    private static final String FINISHED = "finished";

    private final Path file;
    private final Properties positions = new Properties();

    Checkpoints(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                positions.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Optional<String> last(String shard) {
        return Optional.ofNullable(positions.getProperty(shard)).filter(position -> !position.equals(FINISHED));
    }

    boolean isFinished(String shard) {
        return FINISHED.equals(positions.getProperty(shard));
    }

    void passed(String shard, String sequenceNumber) {
        write(shard, sequenceNumber);
    }

    void finished(String shard) {
        write(shard, FINISHED);
    }

    private void write(String shard, String position) {
        positions.setProperty(shard, position);
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            try (var out = Files.newOutputStream(next)) {
                positions.store(out, null);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
