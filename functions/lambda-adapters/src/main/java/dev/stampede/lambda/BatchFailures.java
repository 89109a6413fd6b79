package dev.stampede.lambda;

import dev.stampede.model.wire.Json;
import java.util.Collection;
import java.util.Map;

/// The response of a function to a batch: the identifiers of what failed.
final class BatchFailures {

    private BatchFailures() {}

    static Map<String, Object> of(Collection<String> identifiers) {
        return Json.object("batchItemFailures",
                identifiers.stream().map(id -> Json.object("itemIdentifier", id)).toList());
    }
}
