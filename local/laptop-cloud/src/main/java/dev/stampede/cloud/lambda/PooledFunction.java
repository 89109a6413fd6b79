package dev.stampede.cloud.lambda;

import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.iam.Roles;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.lambda.CodeStore.Code;
import dev.stampede.cloud.lambda.Invoker.Result;
import dev.stampede.cloud.lambda.Invoker.Result.FunctionError;
import dev.stampede.cloud.lambda.RuntimeApi.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One function: its waiting invocations and its processes. Every process polls the same queue, so an invocation goes
/// to whichever is free first.
///
/// A timeout in Lambda kills an environment that has one invocation. Here a process has several: it gets no more, the
/// others have `NEIGHBOURS_GRACE` to end, then it is killed and they fail too. A process with no others is killed at
/// once.
final class PooledFunction {

    /// What all functions of a pool share.
    record Shared(
            PoolSettings settings,
            WorkerCommand command,
            CodeStore code,
            RuntimeApi api,
            Roles roles,
            Journal journal,
            ScheduledExecutorService clock,
            FaultInjector faults) {}

    /// The account's concurrency, for functions that reserve none.
    private static final int UNRESERVED_CONCURRENCY = 1000;

    private static final Failure STOPPING = new Failure.NotStarted("the laptop cloud is stopping");
    private static final Duration NEIGHBOURS_GRACE = Duration.ofSeconds(2);
    private static final Executor ANSWERS = task -> Thread.ofVirtual().start(task);

    private final FunctionSpec spec;
    private final Shared shared;
    private final FunctionLog log;
    private final InvocationReport report;
    private final int concurrencyLimit;
    private final int perProcess;

    private final Deque<Invocation> pending = new ArrayDeque<>();
    private final WorkerList workers = new WorkerList();
    private final StartFailures failures = new StartFailures();
    private int admitted;
    private boolean closed;

    PooledFunction(FunctionSpec spec, Shared shared) {
        this.spec = spec;
        this.shared = shared;
        this.log = new FunctionLog(shared.settings().stateDir().resolve("logs"), spec.name());
        this.report = new InvocationReport(spec, log, shared.journal());
        this.concurrencyLimit = spec.reservedConcurrency().orElse(UNRESERVED_CONCURRENCY);
        this.perProcess = Math.max(1, Math.min(shared.settings().perProcessConcurrency(), concurrencyLimit));
    }

    CompletableFuture<Result> invoke(byte[] payload) {
        Invocation invocation = new Invocation(payload);
        Optional<Result> refusal;
        synchronized (this) {
            refusal = refusal(invocation.id);
            if (refusal.isEmpty()) {
                admitted++;
                pending.add(invocation);
                scale();
                notify();
            }
        }
        refusal.ifPresent(result -> {
            report.ended(invocation, null, result);
            invocation.answer.complete(result);
        });
        return invocation.answer;
    }

    /// Waits until there is an invocation for this worker, which by asking tells that it is ready.
    @Nullable
    Event next(WorkerProcess worker) throws InterruptedException {
        Invocation invocation = null;
        synchronized (this) {
            if (!worker.isReady()) {
                worker.ready();
                failures.cleared();
            }
            while (invocation == null && !worker.isRetired() && !worker.ended.isDone()) {
                invocation = pending.poll();
                if (invocation == null) {
                    wait();
                }
            }
            if (invocation != null) {
                Invocation handed = invocation;
                worker.begin(handed);
                handed.started(shared.clock()
                        .schedule(() -> timedOut(worker, handed), spec.timeout().toMillis(), TimeUnit.MILLISECONDS));
                shared.faults().kill(spec.name()).ifPresent(after -> scheduleKill(worker, handed, after));
            }
        }
        if (invocation == null) {
            // An answer would make the worker ask again, a closed connection would make it complain.
            worker.ended.join();
            return null;
        }
        report.started(invocation);
        return new Event(invocation.id, spec.arn(), Instant.now().plus(spec.timeout()), invocation.payload);
    }

    synchronized void undelivered(WorkerProcess worker, String requestId) {
        Invocation invocation = worker.end(requestId);
        if (invocation != null) {
            invocation.ended();
            pending.addFirst(invocation);
            scale();
            notify();
        }
    }

    /// @return false when the worker has no such invocation (any more)
    boolean answered(WorkerProcess worker, String requestId, Result result) {
        Invocation invocation;
        synchronized (this) {
            if (killIfDoomed(worker, requestId)) {
                return false;
            }
            invocation = worker.end(requestId);
        }
        if (invocation != null) {
            settle(invocation, worker, result);
        }
        return invocation != null;
    }

    /// The handler could not be constructed; the worker ends by itself, and is helped to.
    void initFailed(WorkerProcess worker, byte[] error) {
        List<Invocation> hopeless;
        synchronized (this) {
            failures.failed(_ -> new FunctionError(error));
            retire(worker);
            hopeless = pendingWithoutWorkers();
        }
        hopeless.forEach(invocation -> settle(invocation, null, new FunctionError(error)));
    }

    /// Stops what is idle and what does not get ready.
    synchronized void sweep() {
        for (WorkerProcess worker : workers.all()) {
            if (pending.isEmpty() && !worker.isRetired() && worker.idleFor(shared.settings().idleAfter())) {
                retire(worker);
            } else if (worker.notReadyAfter(shared.settings().initTimeout())) {
                worker.kill();
            }
        }
    }

    synchronized List<Worker> workers() {
        return workers.all().stream().map(worker -> worker.snapshot(spec.name())).toList();
    }

    /// Asks all processes to end; nothing is invoked any more.
    CompletableFuture<Void> close() {
        List<Invocation> unserved;
        List<CompletableFuture<Integer>> ends;
        synchronized (this) {
            closed = true;
            unserved = List.copyOf(pending);
            pending.clear();
            ends = workers.all().stream().map(worker -> worker.ended).toList();
            workers.all().forEach(worker -> {
                retire(worker);
                worker.stop();
            });
        }
        unserved.forEach(invocation -> settle(invocation, null, STOPPING.of(invocation.id)));
        return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).whenComplete((_, _) -> log.close());
    }

    synchronized void kill() {
        workers.all().forEach(WorkerProcess::kill);
    }

    private Optional<Result> refusal(String requestId) {
        if (closed) {
            return Optional.of(STOPPING.of(requestId));
        }
        if (admitted >= concurrencyLimit) {
            return Optional.of(new Result.Throttled());
        }
        try {
            retireOutdated(shared.code().current(spec.jar()));
        } catch (UncheckedIOException e) {
            return Optional.of(new Failure.NotStarted(String.valueOf(e.getMessage())).of(requestId));
        }
        return workers.serving() > 0 ? Optional.empty() : failures.current().map(failure -> failure.apply(requestId));
    }

    private void retireOutdated(Code current) {
        List<WorkerProcess> outdated = workers.outdated(current);
        if (!outdated.isEmpty()) {
            outdated.forEach(this::retire);
            failures.cleared();
        }
    }

    private void scale() {
        while (!pending.isEmpty()
                && workers.busy() + pending.size() > workers.serving() * perProcess
                && workers.serving() < shared.settings().maxProcesses()) {
            WorkerProcess worker = new WorkerProcess(shared.code().current(spec.jar()));
            workers.add(worker);
            Thread.ofVirtual().start(() -> launch(worker));
        }
    }

    private void retire(WorkerProcess worker) {
        worker.retire();
        // Its polls leave the queue, so that each `notify` reaches one that can serve.
        notifyAll();
    }

    private void launch(WorkerProcess worker) {
        try {
            String api = shared.api().open(worker.secret, new WorkerSession(this, worker));
            Process process = worker.spawn(
                    shared.command().serve(
                            spec, worker.code, api, shared.roles().assume(spec.role(), spec.name()), perProcess),
                    log);
            worker.ended.thenAccept(exit -> ended(worker, new Failure.Exited(exit)));
            synchronized (this) {
                worker.spawned(process);
            }
        } catch (IOException | RuntimeException e) {
            ended(worker, new Failure.NotStarted(String.valueOf(e.getMessage())));
            worker.ended.complete(-1);
        }
    }

    private void ended(WorkerProcess worker, Failure failure) {
        shared.api().close(worker.secret);
        List<Invocation> lost;
        List<Invocation> hopeless = List.of();
        synchronized (this) {
            workers.remove(worker);
            lost = worker.endAll();
            boolean crashed = !worker.isReady() && !worker.isRetired();
            if (crashed && !failures.isFirstCrash()) {
                failures.failed(failure::of);
                hopeless = pendingWithoutWorkers();
            }
            if (!closed) {
                scale();
            }
            notifyAll();
        }
        lost.forEach(invocation -> settle(invocation, worker, failure.of(invocation.id)));
        hopeless.forEach(invocation -> settle(invocation, null, failure.of(invocation.id)));
    }

    private void timedOut(WorkerProcess worker, Invocation invocation) {
        synchronized (this) {
            if (worker.end(invocation.id) == null) {
                return;
            }
            retire(worker);
            if (worker.inFlight() == 0) {
                worker.kill();
            } else {
                shared.clock().schedule(() -> kill(worker), NEIGHBOURS_GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
            scale();
        }
        settle(invocation, worker, new Failure.TimedOut(spec.timeout()).of(invocation.id));
    }

    private void scheduleKill(WorkerProcess worker, Invocation invocation, Duration after) {
        worker.scheduleKill(invocation);
        shared.clock().schedule(() -> killIfDoomed(worker, invocation.id), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized boolean killIfDoomed(WorkerProcess worker, String requestId) {
        boolean killed = worker.isKilledBy(requestId);
        if (killed) {
            retire(worker);
            worker.kill();
        }
        return killed;
    }

    private synchronized void kill(WorkerProcess worker) {
        worker.kill();
    }

    private List<Invocation> pendingWithoutWorkers() {
        if (workers.serving() > 0) {
            return List.of();
        }
        List<Invocation> all = List.copyOf(pending);
        pending.clear();
        return all;
    }

    private void settle(Invocation invocation, @Nullable WorkerProcess worker, Result result) {
        WorkerProcess.@Nullable Usage usage;
        synchronized (this) {
            admitted--;
            usage = worker == null ? null : worker.usage(invocation);
        }
        report.ended(invocation, usage, result);
        // Whoever waits goes on in a thread of its own: this one has a worker or the clock to serve.
        invocation.answer.completeAsync(() -> result, ANSWERS);
    }
}
