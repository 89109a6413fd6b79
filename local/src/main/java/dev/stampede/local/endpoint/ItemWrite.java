package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One item that a call writes or, in a transaction, checks.
///
/// @param item  names it: its table and key
/// @param units what writing it costs, without its index entries
record ItemWrite(String item, long units) {

    private static final List<String> SINGLE = List.of("PutItem", "UpdateItem", "DeleteItem");

    /// Of a single write one, of a transaction one for each of its actions, in their order; none of anything else.
    /// Batches and PartiQL are something else: nothing in the shop writes a contended item with them.
    static List<ItemWrite> of(AwsRequest request, Map<String, TableSchema> tables, KnownItems known) {
        List<ItemWrite> writes = new ArrayList<>();
        if (SINGLE.contains(request.operation())) {
            writes.add(of(request.json(), tables, known, 1));
        } else if (request.operation().equals("TransactWriteItems")) {
            request.json().path("TransactItems").forEach(action ->
                    action.forEach(write -> writes.add(of(write, tables, known, 2))));
        }
        return writes;
    }

    private static ItemWrite of(JsonNode write, Map<String, TableSchema> tables, KnownItems known, int times) {
        TableSchema table = tables.get(write.path("TableName").asText());
        JsonNode item = write.has("Item") ? write.get("Item") : write.path("Key");
        if (table == null) {
            // Not of the template: only the call itself knows which attributes are its key.
            return new ItemWrite(write.path("TableName").asText() + item, times);
        }
        int bytes = write.has("Item") ? ItemSize.of(item) : known.get(table, item).bytes();
        return new ItemWrite(KnownItems.name(table, item), times * ItemSize.writeUnits(bytes));
    }
}
