package dev.stampede.model.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What must hold of an item for a write of it to happen.
public record Condition(String expression, Map<String, String> names, Map<String, AttributeValue> values) {}
