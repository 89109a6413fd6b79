package dev.stampede.cloud.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.KeptState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// How far each shard of a stream has been delivered, kept in a file so that a restart goes on from there.
/// A crash between a delivery and its checkpoint delivers again: at least once, as in AWS. So does a disk that is full:
/// delivering goes on, and the file follows when there is space.
final class Checkpoints {

    private static final String FINISHED = "finished";

    private final Path file;
    private final DiskWatch disk;
    private final ObjectNode positions;
    private boolean behind;

    Checkpoints(Path file, DiskWatch disk) {
        this.file = file;
        this.disk = disk;
        this.positions = read();
    }

    Optional<String> last(String shard) {
        return position(shard).filter(position -> !position.equals(FINISHED));
    }

    boolean isFinished(String shard) {
        return position(shard).filter(FINISHED::equals).isPresent();
    }

    void passed(String shard, String sequenceNumber) {
        write(shard, sequenceNumber);
    }

    void finished(String shard) {
        write(shard, FINISHED);
    }

    /// Writes what could not be written before.
    void catchUp() {
        if (behind) {
            save();
        }
    }

    private Optional<String> position(String shard) {
        return Optional.ofNullable(positions.get(shard)).map(JsonNode::asText);
    }

    private void write(String shard, String position) {
        positions.put(shard, position);
        save();
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            disk.disk().replace(file, AwsCalls.JSON.writeValueAsBytes(positions));
            behind = false;
        } catch (IOException e) {
            behind = true;
            disk.failed(file, e);
        }
    }

    private ObjectNode read() {
        if (!Files.exists(file)) {
            return AwsCalls.JSON.createObjectNode();
        }
        try {
            if (AwsCalls.JSON.readTree(file.toFile()) instanceof ObjectNode kept) {
                return kept;
            }
            throw new IOException("no JSON object");
        } catch (IOException e) {
            throw KeptState.damaged(file, "then what is still in the stream may be delivered again, or passed over", e);
        }
    }
}
