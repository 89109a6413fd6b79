package dev.stampede.lambda;

import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One JSON line per happening, with the names CloudWatch Logs Insights queries use. Fields are an allow-list by use:
/// ids and codes, never an address, a token or a body.
public final class Log {

    private static final String FUNCTION = System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "local");

    /// A message of AWS's may name a customer: SES does, of a recipient that is not verified.
    private static final Pattern ADDRESS = Pattern.compile("[^\\s,;:<>()\"']{1,64}@[^\\s,;:<>()\"']{1,255}");

    private Log() {}

    public static void info(String message, @Nullable Object... namesAndValues) {
        write("INFO", message, null, namesAndValues);
    }

    public static void warn(String message, @Nullable Object... namesAndValues) {
        write("WARN", message, null, namesAndValues);
    }

    public static void error(String message, Throwable cause, @Nullable Object... namesAndValues) {
        write("ERROR", message, cause, namesAndValues);
    }

    private static void write(String level, String message, @Nullable Throwable cause,
            @Nullable Object... namesAndValues) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("timestamp", Timestamps.format(Instant.now()));
        line.put("level", level);
        line.put("function", FUNCTION);
        line.put("message", message);
        line.putAll(Json.object(namesAndValues));
        if (cause != null) {
            line.put("error", cause.getClass().getName());
            line.put("cause", ADDRESS.matcher(String.valueOf(cause.getMessage())).replaceAll("..."));
            StackTraceElement[] stack = cause.getStackTrace();
            line.put("at", stack.length == 0 ? "" : stack[0].toString());
        }
        System.out.println(Json.write(line));
    }
}
