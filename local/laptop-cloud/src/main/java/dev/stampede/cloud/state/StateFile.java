package dev.stampede.cloud.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.gateway.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A small JSON document kept over restarts; nowhere when there is no folder.
public final class StateFile {

    private final Optional<Path> file;
    private final String without;
    private final DiskWatch disk;

    /// @param without what the shop does without when the file is deleted
    public StateFile(Optional<Path> folder, String name, String without, DiskWatch disk) {
        this.file = folder.map(each -> each.resolve(name));
        this.without = without;
        this.disk = disk;
    }

    public ArrayNode readArray() {
        return read(ArrayNode.class).orElseGet(Protocol.MAPPER::createArrayNode);
    }

    public ObjectNode readObject() {
        return read(ObjectNode.class).orElseGet(Protocol.MAPPER::createObjectNode);
    }

    /// @throws IllegalStateException with a sentence that names the file when it is damaged
    private <T extends JsonNode> Optional<T> read(Class<T> shape) {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return Optional.empty();
        }
        try {
            JsonNode document = Protocol.MAPPER.readTree(file.get().toFile());
            if (!shape.isInstance(document)) {
                throw new IOException("no " + shape.getSimpleName());
            }
            return Optional.of(shape.cast(document));
        } catch (IOException e) {
            throw KeptState.damaged(file.get(), without, e);
        }
    }

    /// @return false when it could not be written, which the disk's watch knows then
    public boolean write(JsonNode document) {
        if (file.isEmpty()) {
            return true;
        }
        try {
            disk.disk().replaceForGood(file.get(), Protocol.json(document));
            return true;
        } catch (IOException e) {
            disk.failed(file.get(), e);
            return false;
        }
    }
}
