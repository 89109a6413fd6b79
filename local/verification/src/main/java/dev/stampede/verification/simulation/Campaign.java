package dev.stampede.verification.simulation;

import dev.stampede.model.OrderStatus;
import dev.stampede.verification.simulation.Simulation.Run;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/// Many runs, each core at one of them, up to the first that breaks.
///
/// The runs are on virtual threads because each of them hands the turn from thread to thread at every call, and virtual
/// threads do that without the operating system.
public final class Campaign {

    /// @param failed the broken run with the lowest seed
    public record Summary(long runs, long steps, Duration took, Map<Fault, Long> struck, Map<OrderStatus, Long> orders,
            Optional<Run> failed) {

        public double runsPerSecond() {
            return runs * 1000.0 / Math.max(1, took.toMillis());
        }
    }

    private final long end;
    private final PlantedBug bug;
    private final LongConsumer progress;
    private final Map<Fault, Long> struck = new EnumMap<>(Fault.class);
    private final Map<OrderStatus, Long> orders = new EnumMap<>(OrderStatus.class);
    private long next;
    private long runs;
    private long steps;
    private Optional<Run> failed = Optional.empty();

    private Campaign(long first, long seeds, PlantedBug bug, LongConsumer progress) {
        this.next = first;
        this.end = first + seeds;
        this.bug = bug;
        this.progress = progress;
    }

    /// @param first    the first of the seeds, which follow each other
    /// @param progress is told the number of runs that are over, by several threads
    /// @throws IllegalStateException where the simulation itself broke
    public static Summary run(long first, long seeds, PlantedBug bug, LongConsumer progress)
            throws InterruptedException {
        return new Campaign(first, seeds, bug, progress).run();
    }

    private Summary run() throws InterruptedException {
        long began = System.nanoTime();
        int workers = Runtime.getRuntime().availableProcessors();
        CountDownLatch working = new CountDownLatch(workers);
        AtomicReference<Throwable> broken = new AtomicReference<>();
        for (int worker = 0; worker < workers; worker++) {
            Thread.startVirtualThread(() -> {
                try {
                    work();
                } catch (Throwable e) {
                    broken.set(e);
                } finally {
                    working.countDown();
                }
            });
        }
        working.await();
        if (broken.get() != null) {
            throw new IllegalStateException("the simulation broke", broken.get());
        }
        return new Summary(runs, steps, Duration.ofNanos(System.nanoTime() - began), struck, orders, failed);
    }

    private void work() {
        for (Optional<Long> seed = nextSeed(); seed.isPresent(); seed = nextSeed()) {
            progress.accept(add(Simulation.run(seed.get(), bug, _ -> {})));
        }
    }

    private synchronized Optional<Long> nextSeed() {
        return next < end && failed.isEmpty() ? Optional.of(next++) : Optional.empty();
    }

    private synchronized long add(Run run) {
        steps += run.steps();
        run.struck().forEach((fault, times) -> struck.merge(fault, (long) times, Long::sum));
        run.orders().forEach((status, number) -> orders.merge(status, (long) number, Long::sum));
        if (run.broken().isPresent() && failed.filter(before -> before.seed() < run.seed()).isEmpty()) {
            failed = Optional.of(run);
        }
        return ++runs;
    }
}
