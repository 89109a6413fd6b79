package dev.stampede.cloud.sqs.engine;

import dev.stampede.store.StoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Moves dead letters, each in one write that takes it from one queue and puts it into the other: of a task that is cut
/// off nothing is lost and nothing doubled. A task that a stop has cut off goes on at the next start.
final class MoveTasks {

    private static final int MOST_AT_ONCE = 10;
    private static final long MOST_BYTES_AT_ONCE = 1 << 20;
    private static final long AFTER_A_FAILURE = TimeUnit.SECONDS.toNanos(1);
    /// Of each source that are remembered.
    private static final int REMEMBERED = 10;

    private final Broker broker;
    /// By handle, the oldest first.
    private final Map<String, MoveTask> tasks = new LinkedHashMap<>();

    MoveTasks(Broker broker) {
        this.broker = broker;
        List<MoveTask> kept = new ArrayList<>();
        broker.storage.tasks((handle, json) -> kept.add(MoveTask.read(handle, json)));
        kept.stream().sorted(Comparator.comparingLong(MoveTask::startedAt)).forEach(task -> {
            tasks.put(task.handle(), task);
            if (task.isActive()) {
                start(task);
            }
        });
    }

    /// @param destination ARN; empty for the queues that the letters came from
    MoveTask start(Queue source, String destination, int perSecond) {
        if (ofSource(source.arn).stream().anyMatch(MoveTask::isActive)) {
            throw new SqsException(SqsException.Code.UNSUPPORTED,
                    "There is already a task running. Only one active task"
                            + " is allowed for a source queue arn at a given time.");
        }
        List<Long> letters = letters(source, Long.MAX_VALUE);
        MoveTask task = new MoveTask(UUID.randomUUID().toString(), MoveTask.Status.RUNNING, source.arn, destination,
                perSecond, letters.isEmpty() ? 0 : letters.getLast(), letters.size(), 0, broker.wall(), "");
        Storage.Changes changes = broker.storage.change().task(task.handle(), task.json());
        List<MoveTask> forgotten = ofSource(source.arn).stream().skip(REMEMBERED - 1).toList();
        forgotten.forEach(old -> changes.removeTask(old.handle()));
        changes.commit();
        forgotten.forEach(old -> tasks.remove(old.handle()));
        tasks.put(task.handle(), task);
        start(task);
        return task;
    }

    /// The newest first.
    List<MoveTask> ofSource(String arn) {
        return tasks.values().stream().filter(task -> task.source().equals(arn)).toList().reversed();
    }

    MoveTask cancel(String handle) {
        MoveTask task = Optional.ofNullable(tasks.get(handle)).orElseThrow(() -> new SqsException(
                SqsException.Code.RESOURCE_NOT_FOUND,
                "The resource that you specified for the TaskHandle doesn't exist."));
        if (task.status() != MoveTask.Status.RUNNING) {
            throw new SqsException(SqsException.Code.UNSUPPORTED,
                    "Only active tasks can be cancelled; this one is " + task.status() + ".");
        }
        MoveTask cancelling = task.to(MoveTask.Status.CANCELLING, "");
        keep(broker.storage.change(), cancelling);
        broker.tasksChanged.signalAll();
        return cancelling;
    }

    /// The visible ones.
    private static List<Long> letters(Queue source, long last) {
        return source.entries().stream()
                .filter(entry -> entry.state == Entry.State.AVAILABLE && entry.number <= last)
                .map(entry -> entry.number)
                .toList();
    }

    private void start(MoveTask task) {
        Thread.ofVirtual().name("move-task-" + task.handle()).start(() -> run(task.handle()));
    }

    private MoveTask task(String handle) {
        return Objects.requireNonNull(tasks.get(handle), handle);
    }

    private void run(String handle) {
        try {
            broker.atomically(() -> {
                MoveTask task = task(handle);
                Deque<Long> letters = new ArrayDeque<>(
                        broker.findByArn(task.source()).map(source -> letters(source, task.last())).orElse(List.of()));
                while (task(handle).isActive() && !broker.isClosed()) {
                    long pause = step(task(handle), letters);
                    if (pause > 0 && task(handle).isActive()) {
                        broker.tasksChanged.awaitNanos(pause);
                    }
                }
                return letters;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return for how many nanoseconds to wait before the next step
    private long step(MoveTask task, Deque<Long> letters) {
        try {
            Optional<Queue> source = broker.findByArn(task.source());
            if (task.status() == MoveTask.Status.CANCELLING) {
                keep(broker.storage.change(), task.to(MoveTask.Status.CANCELLED, ""));
            } else if (source.isEmpty()) {
                fail(task, "AWS.SimpleQueueService.NonExistentQueue");
            } else if (letters.isEmpty()) {
                keep(broker.storage.change(), task.to(MoveTask.Status.COMPLETED, ""));
            } else {
                int moved = move(task, source.get(), letters);
                return task.perSecond() == 0 ? 1 : moved * TimeUnit.SECONDS.toNanos(1) / task.perSecond();
            }
            return 0;
        } catch (StoreException e) {
            // The disk may be full; what is not written has not happened.
            return AFTER_A_FAILURE;
        }
    }

    private int move(MoveTask task, Queue source, Deque<Long> letters) {
        Storage.Changes changes = broker.storage.change();
        List<Entry> gone = new ArrayList<>();
        Map<Entry, Queue> come = new LinkedHashMap<>();
        int most = task.perSecond() == 0 ? MOST_AT_ONCE : Math.min(task.perSecond(), MOST_AT_ONCE);
        long bytes = 0;
        long now = broker.now();
        Optional<String> failure = Optional.empty();
        Deque<Long> left = new ArrayDeque<>(letters);
        while (gone.size() < most && bytes < MOST_BYTES_AT_ONCE && !left.isEmpty()) {
            Optional<Entry> entry =
                    source.find(left.poll()).filter(each -> each.state == Entry.State.AVAILABLE);
            if (entry.isEmpty()) {
                continue;
            }
            Message letter = broker.storage.message(source.name, entry.get().number);
            String arn = task.destination().isEmpty() ? letter.source() : task.destination();
            Optional<Queue> to = broker.findByArn(arn);
            if (to.isEmpty()) {
                failure = Optional.of(
                        arn.isEmpty() ? "CouldNotDetermineMessageSource" : "AWS.SimpleQueueService.NonExistentQueue");
                break;
            }
            Entry moved = new Entry(broker.takeNumber(), letter.group(), now, now);
            changes.remove(source.name, entry.get()).put(to.get().name, moved.number, letter.redriven(broker.wall()));
            gone.add(entry.get());
            come.put(moved, to.get());
            bytes += letter.size();
        }
        MoveTask after = task.movedMore(gone.size());
        keep(changes, failure.map(why -> after.to(MoveTask.Status.FAILED, why)).orElse(after));
        while (letters.size() > left.size()) {
            letters.poll();
        }
        gone.forEach(source::remove);
        come.forEach((entry, to) -> to.add(entry, now));
        return gone.size();
    }

    private void fail(MoveTask task, String why) {
        keep(broker.storage.change(), task.to(MoveTask.Status.FAILED, why));
    }

    private void keep(Storage.Changes changes, MoveTask task) {
        changes.task(task.handle(), task.json()).commit();
        tasks.put(task.handle(), task);
    }
}
