package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.table.KeyRange;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/// Reads one page: until the limit, or until a megabyte is passed, whatever the filter lets through of it.
final class Page {

    private static final long LARGEST = 1 << 20;

    private Page() {}

    static ObjectNode read(Source source, KeyRange range, Optional<Condition> filter, Selection selection,
            ObjectNode request, PartitionLimits limits, Consumption consumption) {
        boolean consistent = request.path("ConsistentRead").asBoolean();
        int limit = request.path("Limit").asInt(Integer.MAX_VALUE);
        boolean needsItem = selection.needsItem(source);
        ArrayNode items = request.arrayNode();
        Map<String, AttributeValue> last = null;
        long bytes = 0;
        int scanned = 0;
        int count = 0;
        double fetched = 0;
        Iterator<Map<String, AttributeValue>> entries = source.items(range);
        while (entries.hasNext() && scanned < limit && bytes < LARGEST) {
            Map<String, AttributeValue> entry = entries.next();
            last = entry;
            scanned++;
            bytes += Sizes.of(entry);
            Map<String, AttributeValue> item = entry;
            if (needsItem) {
                Map<String, AttributeValue> whole =
                        source.database().item(source.table(), source.table().key().of(entry));
                fetched += ReadUnits.of(whole, consistent);
                // Between the entry and the item lies no lock: it may be gone.
                item = whole == null ? entry : whole;
            }
            if (filter.isEmpty() || filter.get().test(item)) {
                count++;
                if (!selection.counts()) {
                    items.add(ValueJson.write(
                            selection.projection().isPresent() ? selection.projection().get().of(item) : item));
                }
            }
        }
        double units = ReadUnits.of(bytes, consistent);
        if (last != null) {
            limits.read(source.table(), last, units);
        }
        source.consume(consumption, units);
        if (fetched > 0) {
            consumption.read(source.table().name(), fetched);
        }

        ObjectNode answer = request.objectNode();
        if (!selection.counts()) {
            answer.set("Items", items);
        }
        answer.put("Count", count).put("ScannedCount", scanned);
        if (last != null && (scanned >= limit || bytes >= LARGEST)) {
            answer.set("LastEvaluatedKey", ValueJson.write(source.position(last)));
        }
        consumption.sayIn(answer, (JsonNode) request, source.table().name());
        return answer;
    }
}
