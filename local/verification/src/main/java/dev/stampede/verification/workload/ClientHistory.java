package dev.stampede.verification.workload;

import dev.stampede.model.OrderStatus;
import dev.stampede.verification.workload.Purchase.Body;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What one client saw: every answer to a purchase, and what its receipts show afterwards.
///
/// @param answers  to `POST /orders`, in the order they arrived
/// @param readings what the receipt of each body shows once the shop is idle
public record ClientHistory(Purchase purchase, List<Answer> answers, Map<Body, Reading> readings) {

    public sealed interface Answer {
        Body body();

        /// When it arrived.
        Instant at();

        /// @param total in minor units
        record Accepted(Body body, Instant at, String orderId, String receipt, long total) implements Answer {}

        record Refused(Body body, Instant at, int status, String code) implements Answer {}

        /// No answer, or one that does not say whether the order was placed.
        record Unanswered(Body body, Instant at, String why) implements Answer {}
    }

    /// What `GET /orders/{id}` showed.
    public sealed interface Reading {
        /// @param total in minor units
        record Found(OrderStatus status, long total) implements Reading {}

        /// Accepted but not recorded yet.
        record Pending() implements Reading {}

        /// Another body won the key.
        record Superseded() implements Reading {}

        record Failed(String what) implements Reading {}
    }

    public ClientHistory {
        answers = List.copyOf(answers);
        readings = Map.copyOf(readings);
    }

    public List<Answer.Accepted> accepted() {
        return answers.stream().filter(Answer.Accepted.class::isInstance).map(Answer.Accepted.class::cast).toList();
    }

    public List<Answer.Refused> refused() {
        return answers.stream().filter(Answer.Refused.class::isInstance).map(Answer.Refused.class::cast).toList();
    }

    public ClientHistory with(Map<Body, Reading> newReadings) {
        return new ClientHistory(purchase, answers, newReadings);
    }
}
