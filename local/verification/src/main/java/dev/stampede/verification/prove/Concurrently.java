package dev.stampede.verification.prove;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Applies an operation to each element of a list with bounded concurrency.
final class Concurrently {

    interface Work<T> {
        void on(T one) throws InterruptedException;
    }

    private Concurrently() {}

    /// Returns once every element has been processed.
    static <T> void each(int concurrency, List<T> all, Work<T> work) throws InterruptedException {
        Semaphore permits = new Semaphore(concurrency);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> done = threads.invokeAll(all.stream()
                    .map(one -> (Callable<Object>) () -> {
                        permits.acquire();
                        try {
                            work.on(one);
                        } finally {
                            permits.release();
                        }
                        return null;
                    })
                    .toList());
            for (Future<Object> each : done) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
