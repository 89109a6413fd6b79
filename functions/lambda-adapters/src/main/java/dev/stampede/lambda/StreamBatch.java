package dev.stampede.lambda;

import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A batch of a DynamoDB stream. Records come in order, so the response names the first that failed: it and all after
/// it are delivered again (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html).
public final class StreamBatch {

    private StreamBatch() {}

    /// One change of an item. The images are read when they are asked for, so that one that cannot be read fails alone.
    public record Change(String sequenceNumber, JsonObject dynamodb) {

        /// Empty on INSERT.
        public Optional<Map<String, AttributeValue>> oldImage() {
            return dynamodb.optionalObject("OldImage").map(StreamBatch::item);
        }

        /// Empty on REMOVE.
        public Optional<Map<String, AttributeValue>> newImage() {
            return dynamodb.optionalObject("NewImage").map(StreamBatch::item);
        }
    }

    /// @param handle answers the sequence number of the first change that failed, or empty
    public static void handleAll(InputStream in, OutputStream out, Function<List<Change>, Optional<String>> handle) {
        List<Change> changes = Json.readObject(in).objects("Records").stream()
                .map(item -> item.object("dynamodb"))
                .map(dynamodb -> new Change(dynamodb.string("SequenceNumber"), dynamodb))
                .toList();
        Json.write(BatchFailures.of(handle.apply(changes).stream().toList()), out);
    }

    private static Map<String, AttributeValue> item(JsonObject image) {
        Map<String, AttributeValue> item = new HashMap<>();
        image.fields().forEach((name, value) -> item.put(name, attribute(JsonObject.of(value))));
        return item;
    }

    private static AttributeValue attribute(JsonObject value) {
        String type = value.fields().keySet().stream().findFirst().orElse("none");
        return switch (type) {
            case "S" -> AttributeValue.fromS(value.string("S"));
            case "N" -> AttributeValue.fromN(value.string("N"));
            case "BOOL" -> AttributeValue.fromBool(value.bool("BOOL"));
            case "NULL" -> AttributeValue.fromNul(true);
            case "M" -> AttributeValue.fromM(item(value.object("M")));
            case "L" -> AttributeValue.fromL(value.objects("L").stream().map(StreamBatch::attribute).toList());
            case "SS" -> AttributeValue.fromSs(value.strings("SS"));
            case "NS" -> AttributeValue.fromNs(value.strings("NS"));
            default -> throw new IllegalArgumentException("no orders attribute is of type " + type);
        };
    }
}
