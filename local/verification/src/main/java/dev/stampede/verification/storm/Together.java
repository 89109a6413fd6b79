package dev.stampede.verification.storm;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// The same work for each of many, so many of them at once.
final class Together {

    interface Work<T> {
        void on(T one) throws InterruptedException;
    }

    private Together() {}

    /// Returns when all is done.
    static <T> void each(int atOnce, List<T> all, Work<T> work) throws InterruptedException {
        Semaphore places = new Semaphore(atOnce);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> done = threads.invokeAll(all.stream()
                    .map(one -> (java.util.concurrent.Callable<Object>) () -> {
                        places.acquire();
                        try {
                            work.on(one);
                        } finally {
                            places.release();
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
