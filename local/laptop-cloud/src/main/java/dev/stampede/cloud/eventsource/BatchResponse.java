package dev.stampede.cloud.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Reads a function's partial batch response by Lambda's rules: no list means that all went well; a response that is no
/// JSON, or that names an unknown or empty identifier, means that the whole batch failed
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
final class BatchResponse {

    private BatchResponse() {}

    /// @return the failed identifiers, or empty where the whole batch counts as failed
    static Optional<Set<String>> failures(byte[] payload, Set<String> known) {
        try {
            JsonNode response = AwsCalls.JSON.readTree(payload);
            JsonNode list = response == null ? null : response.get("batchItemFailures");
            Set<String> failed = new HashSet<>();
            if (list != null) {
                for (JsonNode item : list) {
                    String identifier = item.path("itemIdentifier").asText("");
                    if (!known.contains(identifier)) {
                        return Optional.empty();
                    }
                    failed.add(identifier);
                }
            }
            return Optional.of(failed);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
