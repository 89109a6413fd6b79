package dev.stampede.dynamodb.admin;

import dev.stampede.dynamodb.operation.DynamoDbException;

/// Refusals that several operations share.
final class Refusals {

    private Refusals() {}

    static DynamoDbException invalid(String message) {
        return DynamoDbException.validation("One or more parameter values were invalid: " + message);
    }

    static DynamoDbException noTable(String name) {
        return DynamoDbException.refused(
                "ResourceNotFoundException", "Requested resource not found: Table: " + name + " not found");
    }

    static DynamoDbException inUse(String message) {
        return DynamoDbException.refused("ResourceInUseException", message);
    }

    static DynamoDbException unsupported(String parameter) {
        return DynamoDbException.validation("This engine does not support " + parameter);
    }
}
