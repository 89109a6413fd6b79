package dev.stampede.dynamodb.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table as it was created and since updated. Immutable; an update makes another.
///
/// @param id          of this table and of none that had its name before
/// @param types       the types of the key attributes of table and indexes, by name
/// @param stream      the stream that takes its changes now
/// @param ttl         the attribute that says when an item expires
/// @param settings    what is only said again: billing mode, throughput, encryption and the like, as DescribeTable says
///                    it
public record Table(
        String name,
        String id,
        Status status,
        Instant created,
        KeySchema key,
        Map<String, String> types,
        List<Index> indexes,
        Optional<Stream> stream,
        Optional<String> ttl,
        Map<String, String> tags,
        ObjectNode settings) {

    public enum Status {
        CREATING, UPDATING, ACTIVE, DELETING
    }

    /// @param label the end of its ARN, the time at which it was enabled
    public record Stream(String label, ViewType view) {}

    public enum ViewType {
        KEYS_ONLY, NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES
    }

    public Optional<Index> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    public Table withStatus(Status status) {
        return new Table(name, id, status, created, key, types, indexes, stream, ttl, tags, settings);
    }

    public Table withIndexes(Map<String, String> types, List<Index> indexes) {
        return new Table(name, id, status, created, key, types, indexes, stream, ttl, tags, settings);
    }

    public Table withStream(Optional<Stream> stream) {
        return new Table(name, id, status, created, key, types, indexes, stream, ttl, tags, settings);
    }

    public Table withTtl(Optional<String> ttl) {
        return new Table(name, id, status, created, key, types, indexes, stream, ttl, tags, settings);
    }

    public Table withTags(Map<String, String> tags) {
        return new Table(name, id, status, created, key, types, indexes, stream, ttl, tags, settings);
    }

    public Table withSettings(ObjectNode settings) {
        return new Table(name, id, status, created, key, types, indexes, stream, ttl, tags, settings);
    }
}
