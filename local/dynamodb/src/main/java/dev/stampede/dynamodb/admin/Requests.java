package dev.stampede.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;

/// How members of requests are read.
final class Requests {

    private Requests() {}

    /// Null is the same as nothing.
    static boolean has(JsonNode member) {
        return member != null && !member.isNull() && !member.isMissingNode();
    }

    /// @throws DynamoDbException when there is no such member
    static String required(ObjectNode request, String member) {
        if (!has(request.get(member))) {
            throw DynamoDbException.validation(
                    "The parameter '" + member + "' is required but was not present in the request");
        }
        return request.get(member).asText();
    }

    /// @throws DynamoDbException when the request asks for what the engine does not do
    static void refuse(ObjectNode request, String... members) {
        for (String member : members) {
            if (has(request.get(member)) && !(request.get(member).isContainerNode() && request.get(member).isEmpty())) {
                throw Refusals.unsupported(member);
            }
        }
    }
}
