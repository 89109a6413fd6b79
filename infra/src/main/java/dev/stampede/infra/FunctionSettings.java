package dev.stampede.infra;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import software.amazon.awscdk.services.sqs.IQueue;

/// The settings in which functions differ; [JavaFunction] fixes the rest.
///
/// @param module      the folder of its jar below `functions/`
/// @param timeout     seconds
/// @param memory      megabytes, which also buys processor time: 1,769 are one core
/// @param concurrency its reserved concurrency, which is also its limit
/// @param deadLetters where an asynchronous invocation goes after its last attempt
public record FunctionSettings(String module, int timeout, int memory, Map<String, String> environment,
        Optional<Integer> concurrency, Optional<IQueue> deadLetters) {

    public static FunctionSettings of(String module, int timeout, int memory) {
        return new FunctionSettings(module, timeout, memory, Map.of(), Optional.empty(), Optional.empty());
    }

    public FunctionSettings with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new FunctionSettings(module, timeout, memory, more, concurrency, deadLetters);
    }

    public FunctionSettings concurrency(int reserved) {
        return new FunctionSettings(module, timeout, memory, environment, Optional.of(reserved), deadLetters);
    }

    public FunctionSettings deadLetters(IQueue queue) {
        return new FunctionSettings(module, timeout, memory, environment, concurrency, Optional.of(queue));
    }
}
