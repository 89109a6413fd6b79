package dev.stampede.verification.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.model.OrderStatus;
import dev.stampede.verification.prove.Client.Reply;
import dev.stampede.verification.workload.ClientHistory;
import dev.stampede.verification.workload.ClientHistory.Answer;
import dev.stampede.verification.workload.ClientHistory.Answer.Accepted;
import dev.stampede.verification.workload.ClientHistory.Answer.Refused;
import dev.stampede.verification.workload.ClientHistory.Answer.Unanswered;
import dev.stampede.verification.workload.ClientHistory.Reading;
import dev.stampede.verification.workload.Purchase;
import dev.stampede.verification.workload.Purchase.Body;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Runs the purchases of a wave with bounded concurrency. Each acts as a good client does: it retries an unanswered
/// request under the same key, and does not poll.
final class Buyers {

    static final int CONCURRENCY = 48;
    private static final int ATTEMPTS = 8;
    private static final int IDENTICAL = 3;
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Client client;
    private final BiConsumer<Purchase, Accepted> accepted;
    private final Map<Purchase, List<Answer>> answers = new ConcurrentHashMap<>();

    /// @param accepted called once for each accepted body of a purchase
    Buyers(Client client, BiConsumer<Purchase, Accepted> accepted) {
        this.client = client;
        this.accepted = accepted;
    }

    /// Returns once each purchase has been answered or has run out of attempts.
    void buy(List<Purchase> wave) throws InterruptedException {
        Concurrently.each(CONCURRENCY, wave, this::buy);
    }

    /// A client that got no answer and then a refusal cannot know which one holds, so it asks once more when the shop
    /// has caught up, as the storefront does.
    void askLate() throws InterruptedException {
        Concurrently.each(CONCURRENCY, histories().stream()
                .filter(history -> history.accepted().isEmpty())
                .filter(history -> history.answers().stream().anyMatch(Unanswered.class::isInstance))
                .map(ClientHistory::purchase)
                .toList(), purchase -> send(purchase, Body.OWN));
    }

    long accepted() {
        return histories().stream().filter(history -> !history.accepted().isEmpty()).count();
    }

    long refused() {
        return histories().stream().filter(history -> history.accepted().isEmpty() && !history.refused().isEmpty())
                .count();
    }

    List<ClientHistory> histories() {
        return answers.entrySet().stream()
                .map(entry -> new ClientHistory(entry.getKey(), copy(entry.getValue()), Map.of()))
                .toList();
    }

    /// The histories, completed with what each receipt shows now.
    List<ClientHistory> historiesWithReadings() throws InterruptedException {
        Map<Purchase, ClientHistory> read = new ConcurrentHashMap<>();
        Concurrently.each(CONCURRENCY / 4, histories(),
                history -> read.put(history.purchase(), history.with(readings(history))));
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
            case AT_ONCE -> Concurrently.each(IDENTICAL, Collections.nCopies(IDENTICAL, Body.OWN),
                    body -> send(purchase, body));
            case OTHER_BODY -> {
                send(purchase, Body.OWN);
                send(purchase, Body.OTHER);
            }
            case RACING_BODY -> Concurrently.each(2, List.of(Body.OWN, Body.OTHER), body -> send(purchase, body));
        }
        history(purchase).accepted().stream()
                .collect(Collectors.toMap(Accepted::body, answer -> answer, (first, _) -> first))
                .forEach((_, answer) -> accepted.accept(purchase, answer));
    }

    private List<Answer> answersTo(Purchase purchase) {
        return Objects.requireNonNull(answers.get(purchase));
    }

    private ClientHistory history(Purchase purchase) {
        return new ClientHistory(purchase, copy(answersTo(purchase)), Map.of());
    }

    private void send(Purchase purchase, Body body) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Reply reply = client.post("/api/orders", json(purchase, body), "Idempotency-Key", purchase.key());
            Answer answer = answer(reply, body);
            answersTo(purchase).add(answer);
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

    private Map<Body, Reading> readings(ClientHistory history) throws InterruptedException {
        Map<Body, Reading> readings = new EnumMap<>(Body.class);
        for (Accepted answer : history.accepted()) {
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
