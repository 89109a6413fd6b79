package dev.stampede.cloud.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import java.io.IOException;
import java.util.List;
import software.amazon.event.ruler.Ruler;

/// The filter criteria of an event source mapping: a record passes when any pattern matches. What does not pass is
/// gone, as in Lambda (https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html).
final class EventFilter {

    private final List<String> patterns;
    private final String logicalId;

    EventFilter(Resource mapping) {
        this.logicalId = mapping.logicalId();
        this.patterns = mapping.list("FilterCriteria/Filters").stream()
                .map(filter -> filter.path("Pattern").asText())
                .toList();
    }

    boolean passes(ObjectNode item) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(item, pattern));
    }

    private boolean matches(ObjectNode item, String pattern) {
        try {
            return Ruler.matchesRule(withParsedBody(item).toString(), pattern);
        } catch (Exception e) { // event-ruler declares no narrower one
            throw new UnsupportedTemplateException("The filter of " + logicalId + " is no valid pattern: " + pattern);
        }
    }

    private static ObjectNode withParsedBody(ObjectNode item) {
        if (!item.has("body")) {
            return item;
        }
        try {
            JsonNode body = AwsCalls.JSON.readTree(item.get("body").asText());
            return item.deepCopy().set("body", body);
        } catch (IOException e) {
            return item;
        }
    }
}
