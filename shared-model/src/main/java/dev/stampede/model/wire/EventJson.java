package dev.stampede.model.wire;

import dev.stampede.model.EventType;
import dev.stampede.model.event.OrderEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/// Events in the JSON format of CloudEvents 1.0 (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md),
/// with the distributed-tracing extension's `traceparent`. Of the notes in the order's history an event carries its
/// own.
public final class EventJson {

    private EventJson() {}

    public static String write(OrderEvent event) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("specversion", "1.0");
        tree.put("id", event.id());
        tree.put("source", "/orders");
        tree.put("type", event.type().wireName());
        tree.put("subject", event.order().orderId());
        tree.put("time", Timestamps.format(event.time()));
        tree.put("datacontenttype", "application/json");
        tree.put("traceparent", event.order().placed().traceparent());
        tree.put("data", OrderJson.toTree(event.told().order()));
        return Json.write(tree);
    }

    /// @throws Json.Malformed           where a field is missing or not as it must be
    /// @throws IllegalArgumentException where it is about no event or no order that can be
    public static OrderEvent read(String text) {
        JsonObject tree = Json.readObject(text);
        return new OrderEvent(
                tree.string("id"),
                EventType.ofWireName(tree.string("type")),
                tree.instant("time"),
                OrderJson.from(tree.object("data")));
    }
}
