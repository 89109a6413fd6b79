package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Which queues may name this one as their dead-letter queue.
record RedriveAllowPolicy(boolean everybody, List<String> queues) {

    static final String NAME = "RedriveAllowPolicy";
    static final RedriveAllowPolicy ALL = new RedriveAllowPolicy(true, List.of());
    private static final int MOST = 10;

    static RedriveAllowPolicy parse(String text) {
        JsonNode policy = RedrivePolicy.object(NAME, text);
        String permission = policy.path("redrivePermission").asText();
        List<String> queues = new ArrayList<>();
        policy.path("sourceQueueArns").forEach(arn -> queues.add(arn.asText()));
        boolean named = permission.equals("byQueue");
        if (named == queues.isEmpty() || queues.size() > MOST
                || !named && !permission.equals("allowAll") && !permission.equals("denyAll")) {
            throw SqsException.invalid(NAME, text, "redrivePermission is allowAll, denyAll or byQueue;"
                    + " with byQueue, and only then, sourceQueueArns has 1 to 10 queues.");
        }
        return new RedriveAllowPolicy(permission.equals("allowAll"), List.copyOf(queues));
    }

    boolean allows(String arn) {
        return everybody || queues.contains(arn);
    }
}
