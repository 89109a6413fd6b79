package dev.stampede.cloud.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// The bug of writes that forgot their condition: takes it out of the writes of one kind to one table, alone or inside
/// a transaction, with the names and values that nothing else in them uses, which DynamoDB would refuse.
public final class WithoutCondition implements Sabotage {

    private final String write;
    private final String table;
    private final AtomicInteger taken = new AtomicInteger();

    /// @param write `Put`, `Update`, `Delete` or `ConditionCheck`
    public WithoutCondition(String write, String table) {
        this.write = write;
        this.table = table;
    }

    /// How many conditions it took out.
    public int taken() {
        return taken.get();
    }

    @Override
    public void tamper(String caller, String action, ObjectNode body) {
        if (action.equals(write + "Item")) {
            strip(body);
        }
        body.path("TransactItems").forEach(each -> {
            if (each.get(write) instanceof ObjectNode part) {
                strip(part);
            }
        });
    }

    private void strip(ObjectNode part) {
        if (part.path("TableName").asText().equals(table) && part.remove("ConditionExpression") != null) {
            taken.incrementAndGet();
            String rest = part.path("UpdateExpression").asText();
            removeUnused(part, "ExpressionAttributeNames", rest);
            removeUnused(part, "ExpressionAttributeValues", rest);
        }
    }

    private static void removeUnused(ObjectNode part, String placeholders, String expression) {
        if (!(part.get(placeholders) instanceof ObjectNode all)) {
            return;
        }
        List<String> names = new ArrayList<>();
        all.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> !Pattern.compile(Pattern.quote(name) + "\\b").matcher(expression).find())
                .forEach(all::remove);
        if (all.isEmpty()) {
            part.remove(placeholders);
        }
    }
}
