package dev.stampede.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call is refused. It has the service's code and message, and what else the error carries.
public final class DynamoDbException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final transient Map<String, JsonNode> members;

    /// @param code    such as `ResourceNotFoundException`, without the service's prefix
    /// @param status  of HTTP
    /// @param members what the error carries beside its message, such as `CancellationReasons`
    public DynamoDbException(String code, int status, @Nullable String message, Map<String, JsonNode> members) {
        // Refusals are answers, not faults: they have no use for a stack trace.
        super(message, null, false, false);
        this.code = code;
        this.status = status;
        this.members = members;
    }

    public static DynamoDbException validation(String message) {
        return refused("ValidationException", message);
    }

    public static DynamoDbException refused(String code, @Nullable String message) {
        return new DynamoDbException(code, 400, message, Map.of());
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public Map<String, JsonNode> members() {
        return members;
    }
}
