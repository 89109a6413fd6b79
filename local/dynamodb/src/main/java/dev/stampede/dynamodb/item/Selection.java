package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.expression.Projection;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.Index;
import java.util.Optional;
import java.util.Set;

/// What a query or a scan shows of the items that it finds.
///
/// @param counts    whether only their number
/// @param wholeItem whether the whole item, where an index holds a part of it
/// @param projection which parts
record Selection(boolean counts, boolean wholeItem, Optional<Projection> projection) {

    /// Checks what can be checked without the table.
    static Selection of(JsonNode request, Optional<Projection> projection) {
        String select = request.path("Select").asText("");
        if (select.equals("ALL_PROJECTED_ATTRIBUTES") && !request.hasNonNull("IndexName")) {
            throw Keys.invalid("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
        if (select.equals("SPECIFIC_ATTRIBUTES") && projection.isEmpty()) {
            throw Keys.invalid(
                    "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        }
        if (projection.isPresent() && !select.isEmpty() && !select.equals("SPECIFIC_ATTRIBUTES")) {
            String member = request.has("AttributesToGet") ? "AttributesToGet" : "ProjectionExpression";
            throw DynamoDbException.validation(
                    "Cannot specify the " + member + " when choosing to get "
                            + (select.equals("COUNT") ? "only the Count" : select));
        }
        return new Selection(select.equals("COUNT"), select.equals("ALL_ATTRIBUTES"), projection);
    }

    /// Checks it against what the index holds: a local one fetches the rest from the table, a global one cannot.
    void check(Source source) {
        if (!source.isPartial()) {
            return;
        }
        Index index = source.index().orElseThrow();
        if (index.global() && wholeItem) {
            throw Keys.invalid("Select type ALL_ATTRIBUTES is not supported for global secondary index " + index.name()
                    + " because its projection type is not ALL");
        }
        if (index.global() && projection.isPresent()) {
            Set<String> held = index.projectedNames(source.table().key());
            projection.get().attributes().stream().filter(name -> !held.contains(name)).findFirst().ifPresent(name -> {
                throw Keys.invalid("Global secondary index " + index.name() + " does not project [" + name + "]");
            });
        }
    }

    /// Whether it takes the item itself where the index holds a part.
    boolean needsItem(Source source) {
        if (!source.isPartial() || source.index().orElseThrow().global()) {
            return false;
        }
        Set<String> held = source.index().get().projectedNames(source.table().key());
        return wholeItem || projection.isPresent() && !held.containsAll(projection.get().attributes());
    }
}
