package dev.stampede.cloud.fault;

import java.util.List;
import java.util.Set;

/// A call of AWS, as rules see it.
record Call(String caller, String service, String action, List<String> resources) {

    private static final Set<String> ITEM_WRITES = Set.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems");
    /// What Lambda's own pollers call in a function's name; no function does.
    private static final Set<String> POLLING = Set.of("ReceiveMessage", "DeleteMessage", "DeleteMessageBatch",
            "ChangeMessageVisibility", "ChangeMessageVisibilityBatch", "DescribeStream", "GetShardIterator",
            "GetRecords");

    boolean isHitBy(FaultRule rule) {
        if (!rule.isOfCalls() || !rule.matches(0, caller)
                || caller.equals(FaultTargets.OPERATOR) && rule.part(0).equals("*")) {
            return false;
        }
        if (rule.kind() == FaultKind.CONFLICT) {
            return service.equals("dynamodb") && ITEM_WRITES.contains(action) && isOn(rule, 1);
        }
        return rule.matches(1, service)
                && rule.matches(2, action)
                && isOn(rule, 3)
                && !(POLLING.contains(action) && rule.part(2).equals("*"));
    }

    private boolean isOn(FaultRule rule, int part) {
        return resources.stream().anyMatch(resource -> rule.matches(part, resource));
    }
}
