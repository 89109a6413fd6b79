package dev.stampede.fraud;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

final class InMemoryFraudSignals implements FraudSignals {

    private final Map<String, Set<String>> orderIds = new HashMap<>();

    @Override
    public int count(String signal, String orderId) {
        Set<String> counted = orderIds.computeIfAbsent(signal, _ -> new HashSet<>());
        if (counted.size() < COUNTED) {
            counted.add(orderId);
        }
        return counted.size();
    }

    Set<String> signals() {
        return orderIds.keySet();
    }
}
