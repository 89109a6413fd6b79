package dev.stampede.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// The capacity units that one call consumes, by table and index.
public final class Consumption {

    /// @param items   how often an item of the table itself was read and written
    /// @param table   of the table itself
    /// @param locals  by local index
    /// @param globals by global index
    private record Units(
            int[] items, double[] table, Map<String, double[]> locals, Map<String, double[]> globals) {}

    /// What was consumed of one table with its indexes.
    public interface Reader {
        void table(String name, int items, double readUnits, double writeUnits);
    }

    private static final int READ = 0;
    private static final int WRITE = 1;

    private final Map<String, Units> tables = new LinkedHashMap<>();

    public void read(String table, double units) {
        of(table).items()[READ]++;
        add(of(table).table(), READ, units);
    }

    public void write(String table, double units) {
        of(table).items()[WRITE]++;
        add(of(table).table(), WRITE, units);
    }

    public void read(String table, String index, boolean global, double units) {
        add(index(table, index, global), READ, units);
    }

    public void write(String table, String index, boolean global, double units) {
        add(index(table, index, global), WRITE, units);
    }

    private Units of(String table) {
        return tables.computeIfAbsent(
                table, _ -> new Units(new int[2], new double[2], new LinkedHashMap<>(), new LinkedHashMap<>()));
    }

    private double[] index(String table, String index, boolean global) {
        Units units = of(table);
        return (global ? units.globals() : units.locals()).computeIfAbsent(index, _ -> new double[2]);
    }

    private static void add(double[] sums, int kind, double units) {
        sums[kind] += units;
    }

    public void forEach(Reader reader) {
        tables.forEach((name, units) -> reader.table(name, units.items()[READ] + units.items()[WRITE], sum(units, READ),
                sum(units, WRITE)));
    }

    private static double sum(Units units, int kind) {
        return units.table()[kind]
                + units.locals().values().stream().mapToDouble(each -> each[kind]).sum()
                + units.globals().values().stream().mapToDouble(each -> each[kind]).sum();
    }

    /// What a call on one table says that it consumed; nothing where the request did not ask.
    public void sayIn(ObjectNode answer, JsonNode request, String table) {
        String detail = request.path("ReturnConsumedCapacity").asText("NONE");
        if (!detail.equals("NONE")) {
            answer.set("ConsumedCapacity", json(table, detail, false));
        }
    }

    /// The same for each table of a call on several.
    ///
    /// @param transaction whether read and write units are said apart, too
    public void sayAllIn(ObjectNode answer, JsonNode request, boolean transaction) {
        String detail = request.path("ReturnConsumedCapacity").asText("NONE");
        if (!detail.equals("NONE")) {
            ArrayNode all = answer.putArray("ConsumedCapacity");
            tables.keySet().forEach(table -> all.add(json(table, detail, transaction)));
        }
    }

    private ObjectNode json(String table, String detail, boolean transaction) {
        Units units = of(table);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("TableName", table);
        put(json, new double[]{sum(units, READ), sum(units, WRITE)}, transaction);
        if (detail.equals("INDEXES")) {
            put(json.putObject("Table"), units.table(), transaction);
            put(json, "LocalSecondaryIndexes", units.locals(), transaction);
            put(json, "GlobalSecondaryIndexes", units.globals(), transaction);
        }
        return json;
    }

    private static void put(ObjectNode json, String member, Map<String, double[]> indexes, boolean transaction) {
        if (!indexes.isEmpty()) {
            ObjectNode all = json.putObject(member);
            indexes.forEach((name, units) -> put(all.putObject(name), units, transaction));
        }
    }

    private static void put(ObjectNode json, double[] units, boolean transaction) {
        json.put("CapacityUnits", units[READ] + units[WRITE]);
        if (transaction && units[READ] > 0) {
            json.put("ReadCapacityUnits", units[READ]);
        }
        if (transaction && units[WRITE] > 0) {
            json.put("WriteCapacityUnits", units[WRITE]);
        }
    }
}
