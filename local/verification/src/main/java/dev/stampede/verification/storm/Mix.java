package dev.stampede.verification.storm;

import dev.stampede.cloud.fault.FaultPlan;
import java.util.List;

/// What goes wrong in a storm.
///
/// @param rules  of a [FaultPlan]
/// @param killed the functions whose processes are killed at their work, each as often as it is named
/// @param paused the queue that nobody takes from for a while
public record Mix(String rules, List<String> killed, List<String> paused) {

    /// A bit of everything, everywhere. SES fails so often that some mails are refused in all tries of one delivery.
    /// Left out, because it only costs a minute's wait each time, is a lost reply to Email's claim of a mail, which
    /// lets the claim stand until it lapses: a killed Email shows that already.
    public static final Mix USUAL = new Mix(String.join(",",
            "duplicate:*:20%",
            "reorder:*:5%",
            "conflict:*:2%",
            "throttle:*:dynamodb:1%",
            "throttle:CreateOrder:sqs:1%",
            "throttle:StreamProcessor:sns:2%",
            "error:*:0.5%",
            "error:Email:ses:40%",
            "error-after-commit:CreateOrder:sqs:1%",
            "error-after-commit:ProcessOrder:dynamodb:TransactWriteItems:5%",
            "error-after-commit:Payment:dynamodb:1%",
            "error-after-commit:Inventory:dynamodb:1%",
            "error-after-commit:StreamProcessor:sns:2%",
            "lost-reply:CreateOrder:sqs:1%",
            "lost-reply:ProcessOrder:dynamodb:TransactWriteItems:5%",
            "lost-reply:Payment:dynamodb:1%",
            "lost-reply:Fraud:dynamodb:1%",
            "lost-reply:Inventory:dynamodb:1%",
            "lost-reply:StreamProcessor:sns:2%",
            "lost-reply:Email:ses:1%",
            "lost-request:*:*:0.5%",
            "latency:*:dynamodb:*:*:20-200ms:3%"),
            List.of("Email", "CreateOrder", "ProcessOrder", "ProcessOrder", "StreamProcessor", "Payment", "Payment",
                    "Fraud",
                    "Inventory", "Inventory", "Analytics"),
            List.of("PaymentQueue"));

    public static final Mix NONE = new Mix("", List.of(), List.of());

    public Mix {
        FaultPlan.parse(rules, 0);
        killed = List.copyOf(killed);
        paused = List.copyOf(paused);
    }

    /// Somebody's own rules, and nothing else.
    ///
    /// @throws IllegalArgumentException with a sentence for the user when they are no rules
    public static Mix of(String rules) {
        return new Mix(rules, List.of(), List.of());
    }

    /// @param seed of the decisions
    public FaultPlan plan(long seed) {
        return FaultPlan.parse(rules, seed);
    }
}
