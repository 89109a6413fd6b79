package dev.stampede.dynamodb.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;

/// Refusals as the service writes them.
final class Errors {

    private Errors() {}

    static ObjectNode body(DynamoDbException refusal) {
        String code = refusal.code();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("__type", origin(code) + "#" + code);
        refusal.members().forEach(body::set);
        if (refusal.getMessage() != null) {
            body.put(message(code), refusal.getMessage());
        }
        return body;
    }

    /// Which part of the service refuses.
    private static String origin(String code) {
        return switch (code) {
            case "ValidationException" -> "com.amazon.coral.validate";
            case "ThrottlingException" -> "com.amazon.coral.availability";
            case "SerializationException", "UnknownOperationException", "AccessDeniedException",
                    "MissingAuthenticationTokenException", "InvalidSignatureException",
                    "IncompleteSignatureException" -> "com.amazon.coral.service";
            default -> "com.amazonaws.dynamodb.v20120810";
        };
    }

    /// Two spellings are in use, and clients know both.
    private static String message(String code) {
        return switch (code) {
            case "SerializationException", "AccessDeniedException", "TransactionCanceledException",
                    "IdempotentParameterMismatchException" -> "Message";
            default -> "message";
        };
    }
}
