package dev.stampede.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.table.Table;
import java.time.Instant;
import java.util.List;

/// What a table's requests set and its description says back, without any effect here: billing, throughput, class,
/// encryption. Kept as the description says it, with the indexes' part under a member of its own. Deletion protection
/// lies among them, and has its effect.
final class Settings {

    static final String INDEXES = "indexes";
    /// When point-in-time recovery was turned on.
    static final String RECOVERY = "recoverable";
    /// What a table's description does not say, or not there.
    static final List<String> UNSAID = List.of(INDEXES, RECOVERY);
    private static final String BILLING = "BillingMode";
    private static final String BILLING_SUMMARY = "BillingModeSummary";
    private static final String MODE_SUMMARY = "TableThroughputModeSummary";
    private static final String ON_DEMAND = "PAY_PER_REQUEST";
    private static final String ON_DEMAND_SINCE = "LastUpdateToPayPerRequestDateTime";
    private static final String PROTECTED = "DeletionProtectionEnabled";
    private static final String LIMITS = "OnDemandThroughput";

    private Settings() {}

    /// Whether a request asks for it.
    static boolean asksForOnDemand(JsonNode request) {
        return request.path(BILLING).asText().equals(ON_DEMAND);
    }

    static boolean isOnDemand(Table table) {
        return table.settings().path(BILLING_SUMMARY).path(BILLING).asText().equals(ON_DEMAND);
    }

    static boolean isProtected(Table table) {
        return table.settings().path(PROTECTED).asBoolean();
    }

    static ObjectNode ofNewTable(ObjectNode request, Throughput throughput, Instant now) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.set(Throughput.MEMBER, throughput.json());
        if (asksForOnDemand(request)) {
            setOnDemand(settings, now);
        }
        settings.put(PROTECTED, false);
        take(settings, request);
        settings.putObject(INDEXES);
        for (JsonNode index : request.path("GlobalSecondaryIndexes")) {
            addIndex(settings, index);
        }
        return settings;
    }

    private static void setOnDemand(ObjectNode settings, Instant now) {
        settings.putObject(BILLING_SUMMARY).put(BILLING, ON_DEMAND).put(ON_DEMAND_SINCE, Throughput.seconds(now));
        settings.putObject(MODE_SUMMARY)
                .put("TableThroughputMode", ON_DEMAND)
                .put(ON_DEMAND_SINCE, Throughput.seconds(now));
    }

    static void addIndex(ObjectNode settings, JsonNode definition) {
        ObjectNode index = settings.withObject("/" + INDEXES).putObject(definition.path("IndexName").asText());
        index.set(Throughput.MEMBER, Throughput.of(definition.path(Throughput.MEMBER)).json());
        if (Requests.has(definition.get(LIMITS))) {
            index.set(LIMITS, definition.get(LIMITS));
        }
    }

    /// Takes over what a request to create or update a table sets, but for billing and throughput.
    static void take(ObjectNode settings, ObjectNode request) {
        if (Requests.has(request.get(PROTECTED))) {
            settings.put(PROTECTED, request.get(PROTECTED).asBoolean());
        }
        if (Requests.has(request.get("TableClass"))) {
            settings.putObject("TableClassSummary").put("TableClass", request.get("TableClass").asText());
        }
        if (Requests.has(request.get(LIMITS))) {
            settings.set(LIMITS, request.get(LIMITS));
        }
        JsonNode encryption = request.get("SSESpecification");
        if (Requests.has(encryption)) {
            settings.remove("SSEDescription");
            if (encryption.path("Enabled").asBoolean()) {
                ObjectNode description =
                        settings.putObject("SSEDescription").put("Status", "ENABLED").put("SSEType", "KMS");
                if (Requests.has(encryption.get("KMSMasterKeyId"))) {
                    description.set("KMSMasterKeyArn", encryption.get("KMSMasterKeyId"));
                }
            }
        }
    }

    /// As the answer to CreateTable says them: not yet since when they hold.
    static ObjectNode atCreation(ObjectNode request, ObjectNode settings) {
        ObjectNode said = settings.deepCopy();
        if (!Requests.has(request.get(PROTECTED))) {
            said.remove(PROTECTED);
        }
        for (String summary : new String[]{BILLING_SUMMARY, MODE_SUMMARY}) {
            if (said.get(summary) instanceof ObjectNode members) {
                members.remove(ON_DEMAND_SINCE);
            }
        }
        return said;
    }

    /// Changes the billing mode to what the request says, if it does.
    static void changeBilling(ObjectNode settings, ObjectNode request, Instant now) {
        if (!Requests.has(request.get(BILLING))) {
            return;
        }
        if (asksForOnDemand(request)) {
            if (!settings.path(BILLING_SUMMARY).path(BILLING).asText().equals(ON_DEMAND)) {
                setOnDemand(settings, now);
                settings.set(Throughput.MEMBER, Throughput.NONE.json());
                settings.path(INDEXES)
                        .forEach(index -> ((ObjectNode) index).set(Throughput.MEMBER, Throughput.NONE.json()));
            }
        } else if (settings.has(BILLING_SUMMARY)) {
            settings.withObject("/" + BILLING_SUMMARY).put(BILLING, "PROVISIONED");
            settings.withObject("/" + MODE_SUMMARY).put("TableThroughputMode", "PROVISIONED");
        }
    }
}
