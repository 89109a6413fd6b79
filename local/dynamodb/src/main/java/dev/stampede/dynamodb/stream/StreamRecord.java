package dev.stampede.dynamodb.stream;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.table.ChangeListener.Cause;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.Table.ViewType;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.M;
import dev.stampede.dynamodb.value.AttributeValue.S;
import dev.stampede.dynamodb.value.Sizes;
import dev.stampede.dynamodb.value.ValueBytes;
import dev.stampede.dynamodb.value.ValueJson;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One change of an item, with the images that the stream's view has.
///
/// @param event INSERT, MODIFY or REMOVE
record StreamRecord(
        String event,
        Instant at,
        Cause cause,
        Map<String, AttributeValue> keys,
        Optional<Map<String, AttributeValue>> before,
        Optional<Map<String, AttributeValue>> after) {

    private static final String EVENT = "e";
    private static final String EXPIRED = "x";
    private static final String KEYS = "k";
    private static final String BEFORE = "o";
    private static final String AFTER = "n";

    static StreamRecord of(
            ViewType view,
            KeySchema key,
            Instant at,
            @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after,
            Cause cause) {
        boolean showsBefore = view == ViewType.OLD_IMAGE || view == ViewType.NEW_AND_OLD_IMAGES;
        boolean showsAfter = view == ViewType.NEW_IMAGE || view == ViewType.NEW_AND_OLD_IMAGES;
        return new StreamRecord(
                before == null ? "INSERT" : after == null ? "REMOVE" : "MODIFY",
                at,
                cause,
                key.of(requireNonNull(after == null ? before : after)),
                Optional.ofNullable(before).filter(_ -> showsBefore),
                Optional.ofNullable(after).filter(_ -> showsAfter));
    }

    byte[] bytes() {
        Map<String, AttributeValue> parts = new LinkedHashMap<>();
        parts.put(EVENT, new S(event));
        parts.put(KEYS, new M(keys));
        before.ifPresent(image -> parts.put(BEFORE, new M(image)));
        after.ifPresent(image -> parts.put(AFTER, new M(image)));
        if (cause == Cause.EXPIRY) {
            parts.put(EXPIRED, new AttributeValue.Null());
        }
        byte[] rest = ValueBytes.of(parts);
        return ByteBuffer.allocate(Long.BYTES + rest.length).putLong(at.toEpochMilli()).put(rest).array();
    }

    /// When the record was made, without reading the rest.
    static Instant time(byte[] bytes) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong());
    }

    static StreamRecord read(byte[] bytes) {
        Map<String, AttributeValue> parts = ValueBytes.read(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
        return new StreamRecord(
                ((S) requireNonNull(parts.get(EVENT))).value(),
                time(bytes),
                parts.containsKey(EXPIRED) ? Cause.EXPIRY : Cause.CALLER,
                ((M) requireNonNull(parts.get(KEYS))).value(),
                image(parts.get(BEFORE)),
                image(parts.get(AFTER)));
    }

    private static Optional<Map<String, AttributeValue>> image(@Nullable AttributeValue part) {
        return Optional.ofNullable(part).map(M.class::cast).map(M::value);
    }

    private int size() {
        return Sizes.of(keys) + before.map(Sizes::of).orElse(0) + after.map(Sizes::of).orElse(0);
    }

    /// Another one for each record of any stream, and the same each time the record is read. Nobody has to guess it,
    /// but what is told apart by its first digits is to be.
    private static String eventId(ChangeStream stream, long number) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(mixed(number)) + hex.toHexDigits(mixed(number ^ (long) stream.arn().hashCode() << 32));
    }

    /// Each number becomes another one, and no two the same: the end of SplitMix64.
    private static long mixed(long number) {
        long mixed = number + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /// As GetRecords gives it.
    ObjectNode json(ChangeStream stream, long number, String region) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("eventID", eventId(stream, number))
                .put("eventName", event)
                .put("eventVersion", "1.1")
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", region);
        ObjectNode change = json.putObject("dynamodb").put("ApproximateCreationDateTime", at.getEpochSecond());
        change.set("Keys", ValueJson.write(keys));
        after.ifPresent(image -> change.set("NewImage", ValueJson.write(image)));
        before.ifPresent(image -> change.set("OldImage", ValueJson.write(image)));
        change.put("SequenceNumber", SequenceNumbers.text(number))
                .put("SizeBytes", size())
                .put("StreamViewType", stream.view().name());
        if (cause == Cause.EXPIRY) {
            json.putObject("userIdentity").put("Type", "Service").put("PrincipalId", "dynamodb.amazonaws.com");
        }
        return json;
    }
}
