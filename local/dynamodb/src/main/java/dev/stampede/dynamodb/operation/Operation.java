package dev.stampede.dynamodb.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One operation of the API.
public interface Operation {

    /// @param request has the shape that the API asks for
    /// @throws DynamoDbException when it is refused
    ObjectNode call(ObjectNode request, Consumption consumption);
}
