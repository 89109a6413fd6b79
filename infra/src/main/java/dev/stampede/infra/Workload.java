package dev.stampede.infra;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sqs.IQueue;

/// What the dashboard watches: functions, the queues between them, and what fell out.
public record Workload(List<IFunction> functions, List<IQueue> queues, List<IQueue> deadLetters) {

    public Workload and(Workload other) {
        return new Workload(joined(functions, other.functions), joined(queues, other.queues),
                joined(deadLetters, other.deadLetters));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
