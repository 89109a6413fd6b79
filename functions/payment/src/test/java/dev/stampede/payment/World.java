package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.EventType;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One order, its payment queue with workers on it, whoever else moves the order on, and a provider whose answers get
/// lost. What happens next is a choice at every call; what goes wrong is as much as [Trouble] allows.
final class World implements PaymentGateway, OrderTransitions {

    /// How often something happens that does not have to.
    ///
    /// @param switches something else goes on while a worker has not ended
    /// @param repeats  a message is delivered twice, or the events of the order's status are published again
    /// @param kills    a worker dies at a call
    /// @param silences a call is not answered, whether it had its effect or not
    record Trouble(int switches, int repeats, int kills, int silences) {}

    /// What somebody else does to the order; empty where it does not allow that.
    @FunctionalInterface
    interface Step {
        Optional<Order> on(Order order);
    }

    private record Message(OrderEvent event, int delivery) {}

    private record Handling(Message message, Worker worker) {}

    /// The filter policy of the payment queue.
    private static final Set<EventType> HEARD = Set.of(EventType.ORDER_CREATED, EventType.ORDER_CONFIRMED,
            EventType.ORDER_CANCELLED, EventType.ORDER_EXPIRED, EventType.ORDER_REFUNDED);
    private static final int MAX_RECEIVES = SettlePayment.GIVE_UP_FROM + 1;
    private static final int NEVER_ENDING = 100;

    private final Choices choices;
    private final InMemoryGateway books = new InMemoryGateway();
    private final InMemoryOrders orders;
    private final String orderId;
    private final SettlePayment settlePayment =
            new SettlePayment(this, this, Sample.HOLDS, InstantSource.fixed(Sample.NOW));
    private final List<Message> queue = new ArrayList<>();
    private final List<Message> deadLetters = new ArrayList<>();
    private final List<Deque<Step>> others = new ArrayList<>();
    private final List<Handling> suspended = new ArrayList<>();
    private Handling current;
    private int deliveries;
    private int switches;
    private int repeats;
    private int kills;
    private int silences;

    /// @param delivery how often the message about the order is delivered with this time
    World(Choices choices, Trouble trouble, Order created, int delivery) {
        this.choices = choices;
        this.switches = trouble.switches();
        this.repeats = trouble.repeats();
        this.kills = trouble.kills();
        this.silences = trouble.silences();
        this.orders = new InMemoryOrders(created);
        this.orderId = created.orderId();
        publish(OrderEvent.since(0, created), delivery);
    }

    /// Somebody who takes these steps one after the other, each at some time when the order allows it, or never.
    void join(Step... steps) {
        others.add(new ArrayDeque<>(List.of(steps)));
    }

    Order order() {
        return orders.get(orderId);
    }

    InMemoryGateway books() {
        return books;
    }

    void runToTheEnd() {
        List<Runnable> next = next();
        while (!next.isEmpty()) {
            next.get(choices.pick(next.size())).run();
            next = next();
            if (next.isEmpty()) {
                // What an operator does once all is quiet.
                queue.addAll(deadLetters);
                deadLetters.clear();
                next = next();
            }
        }
    }

    private List<Runnable> next() {
        List<Runnable> next = new ArrayList<>();
        if (current != null) {
            next.add(() -> goOn(Worker::goOn));
            if (kills > 0) {
                next.add(() -> {
                    kills--;
                    goOn(Worker::die);
                });
            }
            if (switches == 0) {
                return next;
            }
        }
        for (Handling handling : suspended) {
            next.add(() -> {
                suspendCurrent();
                suspended.remove(handling);
                current = handling;
                goOn(Worker::goOn);
            });
        }
        for (Message message : queue) {
            next.add(() -> deliver(message));
            if (repeats > 0) {
                next.add(() -> {
                    repeats--;
                    queue.add(message);
                    deliver(message);
                });
            }
        }
        for (Deque<Step> other : others) {
            if (!other.isEmpty() && other.peek().on(order()).isPresent()) {
                next.add(() -> {
                    suspendCurrent();
                    write(order(), other.remove().on(order()).orElseThrow());
                });
            }
        }
        if (repeats > 0 && current == null) {
            next.add(() -> {
                repeats--;
                publish(OrderEvent.ofStatus(order()), 1);
            });
        }
        return next;
    }

    private void suspendCurrent() {
        if (current != null) {
            switches--;
            suspended.add(current);
            current = null;
        }
    }

    private void deliver(Message message) {
        assertThat(++deliveries).as("deliveries").isLessThan(NEVER_ENDING);
        suspendCurrent();
        queue.remove(message);
        current = new Handling(message, new Worker(_ -> settlePayment.on(message.event(), message.delivery())));
        goOn(Worker::goOn);
        if (current != null) {
            // Up to its first call nothing has happened that anybody else could see.
            goOn(Worker::goOn);
        }
    }

    private void goOn(Consumer<Worker> how) {
        how.accept(current.worker());
        if (current.worker().ended()) {
            Message message = current.message();
            if (current.worker().failed()) {
                boolean last = message.delivery() == MAX_RECEIVES;
                (last ? deadLetters : queue).add(new Message(message.event(), last ? 1 : message.delivery() + 1));
            }
            current = null;
        }
    }

    private void publish(List<OrderEvent> events, int delivery) {
        events.stream()
                .filter(event -> HEARD.contains(event.type()))
                .forEach(event -> queue.add(new Message(event, delivery)));
    }

    private Optional<Order> write(Order before, Order after) {
        Optional<Order> stands = orders.replace(before, after);
        if (stands.isEmpty()) {
            publish(OrderEvent.since(before.version(), after), 1);
        }
        return stands;
    }

    @Override
    public Optional<Order> replace(Order before, Order after) {
        current.worker().beforeCall();
        return write(before, after);
    }

    @Override
    public Authorization authorize(String id, Money amount, String token) {
        return answer(() -> books.authorize(id, amount, token), new Unanswered("timeout"));
    }

    @Override
    public Capture capture(String id) {
        return answer(() -> books.capture(id), Capture.UNANSWERED);
    }

    @Override
    public Void voidAuthorization(String id) {
        return answer(() -> books.voidAuthorization(id), Void.UNANSWERED);
    }

    @Override
    public Refund refund(String id, String refundId, Money amount) {
        return answer(() -> books.refund(id, refundId, amount), Refund.UNANSWERED);
    }

    @Override
    public boolean isReachable() {
        return true;
    }

    private <A> A answer(Supplier<A> effect, A none) {
        current.worker().beforeCall();
        int outcome = silences == 0 ? 0 : choices.pick(3);
        if (outcome == 0) {
            return effect.get();
        }
        silences--;
        if (outcome == 1) {
            effect.get();
        }
        return none;
    }
}
