package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// A small JSON document kept over restarts; nowhere when there is no folder.
final class StateFile {

    private final Optional<Path> file;

    StateFile(Optional<Path> folder, String name) {
        this.file = folder.map(each -> each.resolve(name));
    }

    Optional<JsonNode> read() {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Protocol.MAPPER.readTree(file.get().toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(file.get() + " cannot be read; './stampede reset' forgets it", e);
        }
    }

    ArrayNode readArray() {
        return read().map(ArrayNode.class::cast).orElseGet(Protocol.MAPPER::createArrayNode);
    }

    void write(JsonNode document) {
        if (file.isPresent()) {
            try {
                Path fresh = file.get().resolveSibling(file.get().getFileName() + ".new");
                Files.write(fresh, Protocol.json(document));
                Files.move(fresh, file.get(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
