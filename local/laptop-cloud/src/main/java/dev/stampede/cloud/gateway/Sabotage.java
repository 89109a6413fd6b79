package dev.stampede.cloud.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A bug planted at the wire, for tests that show that a check finds it: changes a call before anything reads it, as if
/// the function had been written so. Nothing but a test sets one.
@FunctionalInterface
public interface Sabotage {

    Sabotage NONE = (_, _, _) -> {};

    /// @param caller a function's name, or `operator`
    /// @param action the operation, such as `TransactWriteItems`
    /// @param body   of a call in the JSON protocol, as DynamoDB and SQS have it; to be changed in place
    void tamper(String caller, String action, ObjectNode body);
}
