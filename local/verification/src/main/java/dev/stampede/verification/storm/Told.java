package dev.stampede.verification.storm;

import dev.stampede.model.OrderStatus;
import dev.stampede.verification.storm.Purchase.Body;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the buyer of one purchase was told.
///
/// @param answers  to `POST /orders`, in the order they came
/// @param readings of the order with the receipt that each body was given, when all was quiet
public record Told(Purchase purchase, List<Answer> answers, Map<Body, Reading> readings) {

    public sealed interface Answer {
        Body body();

        /// When it came.
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

        /// Accepted, and not recorded.
        record Pending() implements Reading {}

        /// Another body won the key.
        record Superseded() implements Reading {}

        record Failed(String what) implements Reading {}
    }

    public Told {
        answers = List.copyOf(answers);
        readings = Map.copyOf(readings);
    }

    public List<Answer.Accepted> accepted() {
        return answers.stream().filter(Answer.Accepted.class::isInstance).map(Answer.Accepted.class::cast).toList();
    }

    public List<Answer.Refused> refused() {
        return answers.stream().filter(Answer.Refused.class::isInstance).map(Answer.Refused.class::cast).toList();
    }

    public Told with(Map<Body, Reading> newReadings) {
        return new Told(purchase, answers, newReadings);
    }
}
