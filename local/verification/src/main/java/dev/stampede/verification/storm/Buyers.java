package dev.stampede.verification.storm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.model.OrderStatus;
import dev.stampede.verification.storm.Client.Reply;
import dev.stampede.verification.storm.Purchase.Body;
import dev.stampede.verification.storm.Told.Answer;
import dev.stampede.verification.storm.Told.Answer.Accepted;
import dev.stampede.verification.storm.Told.Answer.Refused;
import dev.stampede.verification.storm.Told.Answer.Unanswered;
import dev.stampede.verification.storm.Told.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// The buyers of a storm, so many at once. They do as a good client does: what was not answered is asked again under
/// the same key, and nobody polls.
final class Buyers {

    static final int AT_ONCE = 48;
    private static final int TRIES = 8;
    private static final int IDENTICAL = 3;
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Client client;
    private final BiConsumer<Purchase, Accepted> accepted;
    private final Map<Purchase, List<Answer>> answers = new ConcurrentHashMap<>();

    /// @param accepted told of each order when its purchase is accepted, once for each body
    Buyers(Client client, BiConsumer<Purchase, Accepted> accepted) {
        this.client = client;
        this.accepted = accepted;
    }

    /// Returns when each has been answered, or has given up asking.
    void buy(List<Purchase> wave) throws InterruptedException {
        Together.each(AT_ONCE, wave, this::buy);
    }

    /// Whoever was left without an answer and then refused cannot know which of the two holds, and asks once more when
    /// the shop has caught up: as the storefront does.
    void askLate() throws InterruptedException {
        Together.each(AT_ONCE, told().stream()
                .filter(told -> told.accepted().isEmpty())
                .filter(told -> told.answers().stream().anyMatch(Unanswered.class::isInstance))
                .map(Told::purchase)
                .toList(), purchase -> send(purchase, Body.OWN));
    }

    long accepted() {
        return told().stream().filter(told -> !told.accepted().isEmpty()).count();
    }

    long refused() {
        return told().stream().filter(told -> told.accepted().isEmpty() && !told.refused().isEmpty()).count();
    }

    List<Told> told() {
        return answers.entrySet().stream()
                .map(entry -> new Told(entry.getKey(), copy(entry.getValue()), Map.of()))
                .toList();
    }

    /// The same with what each receipt shows now.
    List<Told> toldAndRead() throws InterruptedException {
        Map<Purchase, Told> read = new ConcurrentHashMap<>();
        Together.each(AT_ONCE / 4, told(), told -> read.put(told.purchase(), told.with(readings(told))));
        return List.copyOf(read.values());
    }

    private static List<Answer> copy(List<Answer> list) {
        synchronized (list) {
            return List.copyOf(list);
        }
    }

    private void buy(Purchase purchase) throws InterruptedException {
        answers.put(purchase, Collections.synchronizedList(new ArrayList<>()));
        switch (purchase.repeat()) {
            case ONCE -> send(purchase, Body.OWN);
            case AGAIN -> {
                send(purchase, Body.OWN);
                send(purchase, Body.OWN);
            }
            case AT_ONCE -> Together.each(IDENTICAL, Collections.nCopies(IDENTICAL, Body.OWN),
                    body -> send(purchase, body));
            case OTHER_BODY -> {
                send(purchase, Body.OWN);
                send(purchase, Body.OTHER);
            }
            case RACING_BODY -> Together.each(2, List.of(Body.OWN, Body.OTHER), body -> send(purchase, body));
        }
        told(purchase).accepted().stream()
                .collect(Collectors.toMap(Accepted::body, answer -> answer, (first, _) -> first))
                .forEach((_, answer) -> accepted.accept(purchase, answer));
    }

    private Told told(Purchase purchase) {
        return new Told(purchase, copy(answers.get(purchase)), Map.of());
    }

    private void send(Purchase purchase, Body body) throws InterruptedException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Reply reply = client.post("/api/orders", json(purchase, body), "Idempotency-Key", purchase.key());
            Answer answer = answer(reply, body);
            answers.get(purchase).add(answer);
            if (!(answer instanceof Unanswered)) {
                return;
            }
            Thread.sleep(PAUSE.multipliedBy(attempt));
        }
    }

    private static Answer answer(Reply reply, Body body) {
        Instant now = Instant.now();
        if (!reply.isDefinite()) {
            return new Unanswered(body, now, reply.toString());
        }
        JsonNode data = reply.data();
        return reply.isDone()
                ? new Accepted(body, now, data.path("orderId").asText(), data.path("receiptToken").asText(),
                        total(data))
                : new Refused(body, now, reply.status(), reply.code());
    }

    private static String json(Purchase purchase, Body body) {
        return purchase.lines(body).stream()
                .map(line -> "{\"id\":\"%s\",\"quantity\":%d}".formatted(line.sku(), line.quantity()))
                .collect(Collectors.joining(",", "{\"cart\":[", "],\"customerEmail\":\"%s\",\"paymentToken\":\"%s\"}"
                        .formatted(purchase.email(), purchase.token())));
    }

    private Map<Body, Reading> readings(Told told) throws InterruptedException {
        Map<Body, Reading> readings = new EnumMap<>(Body.class);
        for (Accepted answer : told.accepted()) {
            if (!readings.containsKey(answer.body())) {
                readings.put(answer.body(), read(answer));
            }
        }
        return readings;
    }

    private Reading read(Accepted answer) throws InterruptedException {
        Reply reply = client.get("/api/orders/" + answer.orderId(), "X-Receipt-Token", answer.receipt());
        if (reply.code().equals("RECEIPT_SUPERSEDED")) {
            return new Reading.Superseded();
        }
        if (!reply.isDone()) {
            return new Reading.Failed(reply.toString());
        }
        OrderStatus status = OrderStatus.valueOf(reply.data().path("status").asText());
        return status == OrderStatus.PENDING ? new Reading.Pending() : new Reading.Found(status, total(reply.data()));
    }

    private static long total(JsonNode data) {
        return data.path("totalAmount").decimalValue().multiply(BigDecimal.valueOf(100)).longValue();
    }
}
