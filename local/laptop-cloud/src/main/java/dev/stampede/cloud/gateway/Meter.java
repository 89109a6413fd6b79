package dev.stampede.cloud.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/// Counts every call, and the capacity units AWS would bill for it.
public final class Meter {

    /// @param resource names of what the call is on, such as `Orders+Stock` for a transaction over both
    private record Call(String session, String service, String action, String resource, String outcome) {}

    private record Use(String session, String table, String action) {}

    private record Units(LongAdder items, DoubleAdder write, DoubleAdder read) {
        Units() {
            this(new LongAdder(), new DoubleAdder(), new DoubleAdder());
        }
    }

    private final Map<Call, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<Use, Units> uses = new ConcurrentHashMap<>();

    public void count(String session, String service, String action, String resource, String outcome) {
        calls.computeIfAbsent(new Call(session, service, action, resource, outcome), _ -> new LongAdder()).increment();
    }

    /// @param action the part of the call that used it, such as `UpdateItem` within a transaction
    /// @param items  how many items were written or asked for
    public void use(String session, String table, String action, long items, double write, double read) {
        Units units = uses.computeIfAbsent(new Use(session, table, action), _ -> new Units());
        units.items().add(items);
        units.write().add(write);
        units.read().add(read);
    }

    /// `calls`: how many calls of each kind, by caller and outcome. `capacity`: items, write and read units by table.
    public ObjectNode snapshot() {
        ObjectNode snapshot = Protocol.MAPPER.createObjectNode();
        ArrayNode all = snapshot.putArray("calls");
        calls.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> all.addObject()
                        .put("session", entry.getKey().session())
                        .put("service", entry.getKey().service())
                        .put("action", entry.getKey().action())
                        .put("resource", entry.getKey().resource())
                        .put("outcome", entry.getKey().outcome())
                        .put("count", entry.getValue().sum()));
        ArrayNode capacity = snapshot.putArray("capacity");
        uses.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> capacity.addObject()
                        .put("session", entry.getKey().session())
                        .put("table", entry.getKey().table())
                        .put("action", entry.getKey().action())
                        .put("items", entry.getValue().items().sum())
                        .put("writeUnits", entry.getValue().write().sum())
                        .put("readUnits", entry.getValue().read().sum()));
        return snapshot;
    }

    public void reset() {
        calls.clear();
        uses.clear();
    }
}
