package dev.stampede.cloud.lambda;

import java.util.concurrent.CompletableFuture;

/// Invokes functions as the Lambda service does.
public interface Invoker {

    /// How an invocation ended.
    sealed interface Result {
        record Success(byte[] payload) implements Result {}

        /// The function threw, timed out or its process died. `payload` is Lambda's error JSON (`errorType`,
        /// `errorMessage`).
        record FunctionError(byte[] payload) implements Result {}

        /// Reserved concurrency is used up, or zero.
        record Throttled() implements Result {}
    }

    /// @param function name, ARN, or ARN with a version or alias
    /// @param payload  the event as JSON, at most 6 MB
    /// @throws IllegalArgumentException when there is no such function
    CompletableFuture<Result> invoke(String function, byte[] payload);
}
