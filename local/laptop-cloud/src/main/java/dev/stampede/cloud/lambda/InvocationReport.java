package dev.stampede.cloud.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.journal.Journal.Hop;
import dev.stampede.cloud.journal.OrderIds;
import dev.stampede.cloud.lambda.Invoker.Result;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells of each invocation: in the function's log with the lines Lambda writes
/// (https://docs.aws.amazon.com/lambda/latest/dg/java-logging.html), and in the journal.
record InvocationReport(FunctionSpec function, FunctionLog log, Journal journal) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NOTHING = {};

    void started(Invocation invocation) {
        log.append("START RequestId: " + invocation.id + " Version: $LATEST");
    }

    /// @param usage null when the invocation never reached a process
    void ended(Invocation invocation, WorkerProcess.@Nullable Usage usage, Result result) {
        if (usage != null) {
            if (result instanceof Result.FunctionError(byte[] payload)
                    && errorType(payload).equals("Sandbox.Timedout")) {
                log.append(
                        invocation.id + " Task timed out after " + function.timeout().toMillis() / 1000.0 + " seconds");
            }
            log.append("END RequestId: " + invocation.id);
            log.append(report(invocation, usage));
        }
        note(invocation.payload, result, invocation.sinceAccepted());
    }

    private String report(Invocation invocation, WorkerProcess.Usage usage) {
        double millis = usage.ran().toNanos() / 1e6;
        double initMillis = usage.init().toNanos() / 1e6;
        return String.format(
                Locale.ROOT,
                "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %.0f ms\tMemory Size: %d MB%s%s",
                invocation.id,
                millis,
                Math.ceil(millis + initMillis), // the start is billed since August 2025
                function.memory(),
                usage.peakMegabytes().isPresent()
                        ? "\tMax Memory Used: " + usage.peakMegabytes().getAsLong() + " MB"
                        : "",
                usage.init().isZero() ? "" : String.format(Locale.ROOT, "\tInit Duration: %.2f ms", initMillis));
    }

    private void note(byte[] event, Result result, Duration took) {
        String outcome = switch (result) {
            case Result.Success _ -> "ok";
            case Result.FunctionError(byte[] payload) -> errorType(payload);
            case Result.Throttled _ -> "Throttled";
        };
        byte[] answer = result instanceof Result.Success(byte[] payload) ? payload : NOTHING;
        journal.note(new Hop(
                Instant.now().minus(took),
                "invoke",
                "lambda",
                function.name(),
                "Invoke",
                outcome,
                took.toNanos() / 1000,
                OrderIds.in(event, answer)));
    }

    private static String errorType(byte[] payload) {
        try {
            return JSON.readTree(payload).path("errorType").asText("error");
        } catch (IOException e) {
            return "error";
        }
    }
}
