package dev.stampede.cloud.sqs.engine;

import dev.stampede.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Hands messages out, and takes those that were received too often to the dead-letter queue.
final class Receives {

    private final Broker broker;

    Receives(Broker broker) {
        this.broker = broker;
    }

    /// @param receives and `firstReceivedAt` count this receive
    record Received(Message message, Receipt receipt, int receives, long firstReceivedAt) {}

    /// Waits until there is a message or the time is over: woken by the send, by the end of a delay or of a visibility
    /// timeout, by nothing else.
    ///
    /// @param waitNanos 0 does not wait
    /// @throws InterruptedException when interrupted while it waits
    List<Received> receive(String name, int most, int visibilitySeconds, long waitNanos) throws InterruptedException {
        return broker.atomically(() -> {
            Queue queue = broker.queue(name);
            long end = broker.now() + waitNanos;
            while (!broker.isClosed()) {
                broker.settle(queue);
                List<Received> taken = take(queue, most, visibilitySeconds);
                long now = broker.now();
                if (!taken.isEmpty() || now >= end) {
                    if (taken.isEmpty() && waitNanos == 0 && queue.inFlight() >= Broker.MOST_IN_FLIGHT) {
                        throw new SqsException(SqsException.Code.OVER_LIMIT,
                                "There are 120,000 messages of " + name + " in flight, which is the most.");
                    }
                    return taken;
                }
                long wake = Math.min(end, queue.nextDue().orElse(end));
                if (wake > now) {
                    queue.changed.awaitNanos(wake - now);
                }
                if (queue.deleted) {
                    throw Broker.doesNotExist();
                }
            }
            return List.of();
        });
    }

    private List<Received> take(Queue queue, int most, int visibilitySeconds) {
        long now = broker.now();
        long due = now + TimeUnit.SECONDS.toNanos(visibilitySeconds);
        long wall = broker.wall();
        Optional<RedrivePolicy> redrive = queue.attributes.redrive();
        Optional<Queue> deadLetters = redrive.flatMap(policy -> broker.findByArn(policy.deadLetterArn()));
        List<Entry> taken = new ArrayList<>();
        List<Entry> dead = new ArrayList<>();
        List<Entry> order = new ArrayList<>();
        List<Received> received = new ArrayList<>();
        DeadLetters letters = new DeadLetters(now);
        Storage.Changes changes = broker.storage.change();
        try {
            while (taken.size() < most && queue.inFlight() < Broker.MOST_IN_FLIGHT) {
                Optional<Entry> next = queue.take(now, due);
                if (next.isEmpty()) {
                    break;
                }
                Entry entry = next.get();
                order.add(entry);
                Message message = broker.storage.message(queue.name, entry.number);
                if (deadLetters.isPresent() && entry.receives >= redrive.orElseThrow().maxReceives()) {
                    letters.move(changes, queue, entry, message, deadLetters.get());
                    dead.add(entry);
                } else {
                    long first = entry.firstReceived == 0 ? wall : entry.firstReceived;
                    changes.received(queue.name, entry.number, entry.receives + 1, first);
                    received.add(new Received(message, new Receipt(entry.number, entry.receives + 1),
                            message.earlierReceives() + entry.receives + 1,
                            message.firstReceivedAt() == 0 ? first : message.firstReceivedAt()));
                    taken.add(entry);
                }
            }
            changes.commit();
        } catch (StoreException e) {
            // Nobody received them: what cannot be recorded is not handed out.
            order.reversed().forEach(queue::putBack);
            throw e;
        }
        for (Entry entry : taken) {
            entry.receives++;
            entry.firstReceived = entry.firstReceived == 0 ? wall : entry.firstReceived;
        }
        dead.forEach(queue::remove);
        deadLetters.ifPresent(letters::arrive);
        if (!taken.isEmpty()) {
            // Others who wait must know when these become visible again.
            queue.changed.signalAll();
        }
        return received;
    }

    private final class DeadLetters {
        private final long now;
        private final List<Entry> entries = new ArrayList<>();

        private DeadLetters(long now) {
            this.now = now;
        }

        private void move(Storage.Changes changes, Queue from, Entry entry, Message message, Queue to) {
            Entry letter = new Entry(broker.takeNumber(), entry.group, entry.born, now);
            changes.remove(from.name, entry).put(to.name, letter.number, message.asDeadLetter(from.arn, entry));
            entries.add(letter);
        }

        private void arrive(Queue to) {
            entries.forEach(letter -> to.add(letter, now));
        }
    }
}
