package dev.stampede.dynamodb.admin;

import static dev.stampede.dynamodb.admin.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.Index;
import dev.stampede.dynamodb.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request changes of a table's billing mode and provisioned throughputs.
final class ThroughputUpdate {

    private final Table table;
    private final ObjectNode request;
    private final Optional<Throughput> ofTable;
    private final Map<String, Throughput> ofIndexes;

    /// @throws DynamoDbException when it makes no sense for the table
    ThroughputUpdate(Table table, ObjectNode request, Map<String, Throughput> ofIndexes) {
        this.table = table;
        this.request = request;
        this.ofIndexes = ofIndexes;
        this.ofTable =
                Optional.ofNullable(request.get(Throughput.MEMBER)).filter(Requests::has).map(Throughput::of);
        if (ofTable.isPresent() && toOnDemand()) {
            throw invalid("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                    + " PAY_PER_REQUEST");
        }
        if (Settings.isOnDemand(table) && !toOnDemand()) {
            List<String> missing = new ArrayList<>();
            table.indexes().stream()
                    .filter(Index::global)
                    .map(Index::name)
                    .filter(name -> !ofIndexes.containsKey(name))
                    .forEach(missing::add);
            if (!missing.isEmpty()) {
                throw invalid("ProvisionedThroughput must be specified for index: " + String.join(",", missing));
            }
        }
        ofTable.ifPresent(wanted -> refuseSame(wanted, table.settings().path(Throughput.MEMBER)));
        ofIndexes.forEach((name, wanted) -> refuseSame(wanted, index(table.settings(), name).path(Throughput.MEMBER)));
    }

    /// Whether the table is billed by request after the update.
    boolean toOnDemand() {
        return Requests.has(request.get("BillingMode"))
                ? Settings.asksForOnDemand(request)
                : Settings.isOnDemand(table);
    }

    private static JsonNode index(ObjectNode settings, String name) {
        return settings.path(Settings.INDEXES).path(name);
    }

    private static void refuseSame(Throughput wanted, JsonNode current) {
        if (wanted.equals(Throughput.of(current))) {
            throw DynamoDbException.validation("The provisioned throughput for the table will not change. The requested"
                    + " value equals the current value. Current ReadCapacityUnits provisioned for the table: "
                    + wanted.read() + ". Requested ReadCapacityUnits: " + wanted.read()
                    + ". Current WriteCapacityUnits provisioned for the table: " + wanted.write()
                    + ". Requested WriteCapacityUnits: " + wanted.write()
                    + ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher"
                    + " limits.");
        }
    }

    /// The settings after the update.
    ObjectNode applied(Instant now) {
        ObjectNode settings = table.settings().deepCopy();
        Settings.changeBilling(settings, request, now);
        ofTable.ifPresent(wanted -> change(settings, wanted, now));
        ofIndexes.forEach((name, wanted) -> {
            if (index(settings, name) instanceof ObjectNode index) {
                change(index, wanted, now);
            }
        });
        return settings;
    }

    private static void change(ObjectNode settings, Throughput wanted, Instant now) {
        settings.set(
                Throughput.MEMBER, wanted.after((ObjectNode) settings.get(Throughput.MEMBER), now));
    }

    /// The settings as the answer says them: the figures are still those from before, though the time is said already.
    ///
    /// @param updated the table after the update
    ObjectNode meanwhile(Table updated, Instant now) {
        ObjectNode settings = updated.settings().deepCopy();
        if (Settings.isOnDemand(table) == toOnDemand() && ofTable.isPresent()) {
            ObjectNode before = (ObjectNode) table.settings().get(Throughput.MEMBER);
            ObjectNode said = ofTable.get().after(before, now);
            before.properties().stream()
                    .filter(entry -> !entry.getKey().startsWith("Last"))
                    .forEach(entry -> said.set(entry.getKey(), entry.getValue()));
            settings.set(Throughput.MEMBER, said);
        }
        return settings;
    }
}
