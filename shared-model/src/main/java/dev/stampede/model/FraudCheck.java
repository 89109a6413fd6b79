package dev.stampede.model;

import java.util.List;

/// The outcome of the fraud rules: a score of 0 (clean) to 100 and the names of the rules that added to it.
public record FraudCheck(Decision decision, int score, List<String> rules) {

    public enum Decision {
        PENDING, APPROVED, REVIEW, REJECTED
    }

    public static final FraudCheck PENDING = new FraudCheck(Decision.PENDING, 0, List.of());

    public FraudCheck {
        rules = List.copyOf(rules);
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score must be 0 to 100");
        }
    }
}
