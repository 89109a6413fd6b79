package dev.stampede.cloud.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.stampede.cloud.lambda.Invoker.Result.FunctionError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What Lambda answers when an invocation ends for another reason than the handler's own answer
/// (https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html).
sealed interface Failure {

    /// Lambda's limit for a synchronous event and its answer.
    int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

    record TimedOut(Duration after) implements Failure {}

    /// @param exit the process's exit code as the JDK tells it: 128 + signal when it was killed
    record Exited(int exit) implements Failure {}

    record NotStarted(String reason) implements Failure {}

    record TooLarge(int bytes) implements Failure {}

    default FunctionError of(String requestId) {
        String type = switch (this) {
            case TimedOut _ -> "Sandbox.Timedout";
            case Exited _ -> "Runtime.ExitError";
            case NotStarted _ -> "Runtime.InvalidEntrypoint";
            case TooLarge _ -> "Function.ResponseSizeTooLarge";
        };
        String message = switch (this) {
            case TimedOut(Duration after) -> "RequestId: %s Error: Task timed out after %d.%02d seconds"
                    .formatted(requestId, after.toSeconds(), after.toMillisPart() / 10);
            case Exited(int exit) -> "RequestId: " + requestId + " Error: " + how(exit);
            case NotStarted(String reason) -> "RequestId: " + requestId + " Error: " + reason;
            case TooLarge(int bytes) -> "Response payload size (" + bytes
                    + " bytes) exceeded maximum allowed payload size ("
                    + MAX_PAYLOAD_BYTES + " bytes).";
        };
        return new FunctionError(JsonNodeFactory.instance.objectNode()
                .put("errorType", type)
                .put("errorMessage", message)
                .toString()
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String how(int exit) {
        return switch (exit) {
            case 0 -> "Runtime exited without providing a reason";
            case 128 + 6 -> "Runtime exited with error: signal: aborted";
            case 128 + 9 -> "Runtime exited with error: signal: killed";
            case 128 + 11 -> "Runtime exited with error: signal: segmentation fault";
            case 128 + 15 -> "Runtime exited with error: signal: terminated";
            default -> "Runtime exited with error: exit status " + exit;
        };
    }
}
