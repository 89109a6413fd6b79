package dev.stampede.cloud.lambda;

import dev.stampede.cloud.lambda.CodeStore.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A function's processes. Guarded by the monitor of its `PooledFunction`.
final class WorkerList {

    private final List<WorkerProcess> workers = new ArrayList<>();

    void add(WorkerProcess worker) {
        workers.add(worker);
    }

    void remove(WorkerProcess worker) {
        workers.remove(worker);
    }

    List<WorkerProcess> all() {
        return List.copyOf(workers);
    }

    /// How many may still be given invocations; one that is only starting too.
    int serving() {
        return (int) unretired().count();
    }

    int busy() {
        return unretired().mapToInt(WorkerProcess::inFlight).sum();
    }

    List<WorkerProcess> outdated(Code current) {
        return unretired().filter(worker -> !worker.code.equals(current)).toList();
    }

    private Stream<WorkerProcess> unretired() {
        return workers.stream().filter(worker -> !worker.isRetired());
    }
}
