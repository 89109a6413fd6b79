package dev.stampede.dynamodb.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.api.Shape.Structure;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.HashMap;
import java.util.Map;

/// Holds requests against the shapes that the API asks for.
public final class Requests {

    private static final Map<String, Structure> SHAPES = new HashMap<>();

    static {
        SHAPES.putAll(ItemRequests.all());
        SHAPES.putAll(TransactionRequests.all());
        SHAPES.putAll(TableRequests.all());
        SHAPES.putAll(StreamRequests.all());
    }

    private Requests() {}

    /// Afterwards the request has members of the right types alone: none is null, what stands for a flag is one,
    /// numbers are whole, tables are called by their names. The values of attributes are not looked into.
    ///
    /// @throws DynamoDbException SerializationException for the first wrong type, else ValidationException for all that
    ///                           breaks a constraint
    public static void check(String operation, ObjectNode request) {
        Structure shape = SHAPES.get(operation);
        if (shape == null) {
            return;
        }
        Checker checker = new Checker(false);
        if (!checker.holds(shape, request)) {
            checkValues(operation, request);
            checker.refuse();
        }
    }

    /// Looks into the values of attributes too. The service reads all types before it judges anything; reading values
    /// twice would cost every call, so this is asked only of a call that is refused.
    ///
    /// @throws DynamoDbException SerializationException for the first wrong type
    public static void checkValues(String operation, ObjectNode request) {
        Structure shape = SHAPES.get(operation);
        if (shape != null) {
            new Checker(true).holds(shape, request);
        }
    }
}
