package dev.stampede.verification.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.OwnQueue;
import dev.stampede.lambda.SqsBatch;
import dev.stampede.lambda.SqsOwnQueue;
import dev.stampede.model.wire.EventJson;
import dev.stampede.verification.simulation.Instances.Outcome;
import dev.stampede.verification.simulation.Lambda.Answer;
import dev.stampede.verification.simulation.Table.Write;
import dev.stampede.verification.simulation.WorkQueue.Message;
import dev.stampede.verification.simulation.WorkQueue.Settings;
import dev.stampede.verification.simulation.WorkQueue.Worker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The functions of the shop, connected as the template connects them.
final class Shop {

    private static final long MINUTE = 60_000;

    private final Cloud cloud;
    private final Topic topic;
    private final List<WorkQueue> queues = new ArrayList<>();
    private final Map<String, OwnQueue> ownQueues = new HashMap<>();
    final Mailbox mailbox;
    final Functions functions;
    final OrderStream stream;

    Shop(Cloud cloud) {
        this.cloud = cloud;
        this.topic = new Topic(cloud.calls, cloud.faults);
        this.mailbox = new Mailbox(cloud.calls, cloud.scheduler);
        WorkQueue orders = queue("Orders", Wiring.ORDERS, this::record);
        this.functions = new Functions(cloud, new QueueClient(cloud.calls, orders, "order"), topic, mailbox,
                consumer -> (body, delay, putOffs) -> ownQueue(consumer).sendLater(body, delay, putOffs));
        this.stream = new OrderStream(cloud, functions.publishChanges);
        subscribe("Payment", Wiring.PAYMENT, this::pay);
        subscribe("Fraud", Wiring.FRAUD, (batch, failed) -> take(functions.fraud, Wiring.FRAUD, batch, failed));
        subscribe("Inventory", Wiring.INVENTORY,
                (batch, failed) -> take(functions.inventory, Wiring.INVENTORY, batch, failed));
        subscribe("Email", Wiring.EMAIL, (batch, failed) -> take(functions.email, Wiring.EMAIL, batch, failed));
        subscribe("Analytics", Wiring.ANALYTICS,
                (batch, failed) -> take(functions.analytics, Wiring.ANALYTICS, batch, failed));
        cloud.tables.onCommit(this::publish);
        cloud.scheduler.after(MINUTE, this::sweep);
    }

    List<WorkQueue> queues() {
        return queues;
    }

    /// Sends a request to a function behind the HTTP API.
    ///
    /// @param answered gets nothing where the function crashed
    void request(
            Instances<RequestStreamHandler> function, Map<String, Object> event, Consumer<Optional<Answer>> answered) {
        function.<Answer>invoke(0, handler -> Lambda.answer(Lambda.call(handler, event)), (outcome, disturbed) -> {
            Optional<Answer> answer =
                    outcome instanceof Outcome.Answered<Answer>(Answer it) ? Optional.of(it) : Optional.empty();
            boolean failed = answer.filter(it -> it.status() < 500).isEmpty();
            cloud.findings.require(disturbed || !failed, () -> function.name() + " failed though no fault had hit it");
            answered.accept(answer);
        });
    }

    private void record(List<Message> batch, Consumer<Set<String>> failed) {
        take(functions.processOrder, Wiring.ORDERS, batch, failed);
    }

    private void take(Instances<RequestStreamHandler> function, Settings settings, List<Message> batch,
            Consumer<Set<String>> failed) {
        batch.forEach(message -> say(message));
        work(function, settings, batch,
                handler -> Lambda.failures(Lambda.call(handler, Lambda.queueEvent(batch))), failed);
    }

    /// The handler of Payment works on a batch's messages at once, on threads of its own that no scheduler holds; here
    /// each message has an invocation, and the batch ends with the last of them.
    private void pay(List<Message> batch, Consumer<Set<String>> failed) {
        Set<String> failures = new HashSet<>();
        Set<String> open = new HashSet<>(ids(batch));
        for (Message message : batch) {
            say(message);
            work(functions.payment, Wiring.PAYMENT, List.of(message), settle -> {
                SqsBatch.orLater(ownQueue("Payment"),
                        it -> settle.on(EventJson.read(it.body()), it.receiveCount()))
                        .accept(new SqsBatch.Message(message.id(), message.body(), message.receives(), 0));
                return Set.<String>of();
            }, failure -> {
                failures.addAll(failure);
                open.remove(message.id());
                if (open.isEmpty()) {
                    failed.accept(failures);
                }
            });
        }
    }

    private static <H> void work(Instances<H> function, Settings settings, List<Message> batch,
            Function<H, Set<String>> work, Consumer<Set<String>> failed) {
        function.<Set<String>>invoke(settings.visibility(), work, (outcome, _) -> failed.accept(
                outcome instanceof Outcome.Answered<Set<String>>(Set<String> failures) ? failures : ids(batch)));
    }

    private void publish(List<Write> writes) {
        for (Write write : writes) {
            if (write.table() == cloud.tables.orders) {
                stream.append(write);
            } else if (write.table() == cloud.tables.emails) {
                mailbox.claimed(write.key());
            }
        }
    }

    /// Every minute, whether or not the last one has ended. A sweep that would find nothing is left out.
    private void sweep() {
        cloud.scheduler.after(MINUTE, this::sweep);
        if (cloud.bug == PlantedBug.EXPIRY_BY_TTL) {
            cloud.tables.deleteExpired(cloud.dice);
        } else if (cloud.tables.anyDue(cloud.now().plusSeconds(3))) {
            sweepOnce();
            if (cloud.faults.strikes(Fault.OVERLAP)) {
                sweepOnce();
            }
        }
    }

    private void sweepOnce() {
        functions.sweepOrders.invoke(MINUTE, sweep -> sweep.sweep(() -> true), (_, _) -> {});
    }

    private OwnQueue ownQueue(String consumer) {
        return Objects.requireNonNull(ownQueues.get(consumer), consumer);
    }

    private void subscribe(String consumer, Settings settings, Worker worker) {
        WorkQueue queue = queue(consumer, settings, worker);
        topic.subscribe(Objects.requireNonNull(Wiring.SUBSCRIPTIONS.get(consumer), consumer), queue::send);
    }

    private WorkQueue queue(String name, Settings settings, Worker worker) {
        WorkQueue queue = new WorkQueue(name, settings, cloud, worker);
        queues.add(queue);
        ownQueues.put(name, new SqsOwnQueue(() -> new QueueClient(cloud.calls, queue, "what was put off"), name));
        return queue;
    }

    private static Set<String> ids(List<Message> batch) {
        return batch.stream().map(Message::id).collect(Collectors.toSet());
    }

    private void say(Message message) {
        cloud.say(message.id(), "delivered " + message.label() + (message.receives() > 1 ? " again" : ""));
    }
}
