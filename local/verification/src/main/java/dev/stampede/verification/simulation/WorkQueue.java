package dev.stampede.verification.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A standard queue with its consumer: at least once, in any order, a bounded number of times, then among the dead
/// letters. What a worker holds for longer than the visibility timeout is given to another one as well.
final class WorkQueue {

    /// @param batch       the most messages of a delivery
    /// @param window      milliseconds in which messages gather
    /// @param concurrency the most deliveries at once
    /// @param visibility  milliseconds until what was not confirmed comes again
    /// @param receives    how often it may come
    record Settings(int batch, long window, int concurrency, long visibility, int receives) {}

    /// @param label    what it is about, for the trace
    /// @param receives how often it was delivered, this time included
    record Message(String id, String label, String body, int receives) {}

    @FunctionalInterface
    interface Worker {
        /// @param failed is told in the end which messages of the batch failed, by id
        void take(List<Message> batch, Consumer<Set<String>> failed);
    }

    private static final class Held {
        private final String id;
        private final String label;
        private final String body;
        private int receives;
        private long visibleAt;

        Held(String id, String label, String body) {
            this.id = id;
            this.label = label;
            this.body = body;
        }
    }

    private final String name;
    private final Settings settings;
    private final Scheduler scheduler;
    private final Faults faults;
    private final Dice dice;
    private final Trace trace;
    private final Worker worker;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final List<Held> dead = new ArrayList<>();
    private int sent;
    private int running;
    private boolean gathering;

    WorkQueue(String name, Settings settings, Cloud cloud, Worker worker) {
        this.name = name;
        this.settings = settings;
        this.scheduler = cloud.scheduler;
        this.faults = cloud.faults;
        this.dice = cloud.dice.split();
        this.trace = cloud.trace;
        this.worker = worker;
    }

    void send(String label, String body) {
        send(label, body, 0);
    }

    /// @param delay milliseconds before which it is not delivered
    void send(String label, String body, long delay) {
        Held message = new Held(name + "/" + ++sent, label, body);
        held.put(message.id, message);
        show(message,
                delay + dice.between(2L, 40L) + (faults.strikes(Fault.LATE) ? dice.between(1_000L, 300_000L) : 0));
    }

    /// What was given up on.
    List<String> deadLetters() {
        return dead.stream().map(message -> message.id + " " + message.label).toList();
    }

    /// Gives the dead letters another chance.
    void redrive() {
        for (Held message : dead) {
            message.receives = 0;
            held.put(message.id, message);
            trace.add(scheduler.now(), "operator", "redrives " + message.id + " " + message.label);
            show(message, dice.between(2L, 40L));
        }
        dead.clear();
    }

    private void show(Held message, long delay) {
        message.visibleAt = scheduler.now() + delay;
        scheduler.after(delay, this::poll);
    }

    private void poll() {
        if (gathering || running == settings.concurrency() || visible().isEmpty()) {
            return;
        }
        gathering = true;
        scheduler.after(settings.window(), this::deliver);
    }

    /// Several pollers may each get a part of what there is.
    private void deliver() {
        gathering = false;
        boolean more = true;
        while (more && running < settings.concurrency()) {
            List<Held> batch = visible();
            int most = Math.min(batch.size(), settings.batch());
            int size = most > 1 && dice.chance(0.5) ? dice.between(1, most) : most;
            more = size < batch.size();
            while (batch.size() > size) {
                batch.remove(dice.below(batch.size()));
            }
            batch.removeIf(this::isGivenUp);
            if (!batch.isEmpty()) {
                hand(batch);
            }
        }
    }

    private void hand(List<Held> batch) {
        List<Message> messages = new ArrayList<>();
        while (!batch.isEmpty()) {
            Held next = batch.remove(dice.below(batch.size()));
            next.receives++;
            show(next, settings.visibility());
            messages.add(new Message(next.id, next.label, next.body, next.receives));
        }
        running++;
        worker.take(messages, failed -> confirm(messages, failed));
    }

    private boolean isGivenUp(Held message) {
        boolean givenUp = message.receives >= settings.receives();
        if (givenUp) {
            held.remove(message.id);
            dead.add(message);
            trace.add(scheduler.now(), name, "gives up on " + message.id + " " + message.label);
        }
        return givenUp;
    }

    private void confirm(List<Message> messages, Set<String> failed) {
        running--;
        for (Message message : messages) {
            Held there = held.get(message.id());
            if (there == null || failed.contains(message.id())) {
                continue;
            }
            if (faults.strikes(Fault.REPEAT)) {
                show(there, dice.between(0L, 120_000L));
            } else {
                held.remove(message.id());
            }
        }
        scheduler.after(0, this::poll);
    }

    private List<Held> visible() {
        List<Held> visible = new ArrayList<>();
        for (Held message : held.values()) {
            if (message.visibleAt <= scheduler.now()) {
                visible.add(message);
            }
        }
        return visible;
    }
}
