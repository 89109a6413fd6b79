package dev.stampede.verification.prove;

import dev.stampede.cloud.fault.FaultPlan;
import java.util.List;

/// The faults injected during a run.
///
/// @param rules  in the grammar of [FaultPlan]
/// @param killed functions whose busy processes are killed, once for each time a function is listed
/// @param paused queues whose consumers are paused for a while
public record FaultMix(String rules, List<String> killed, List<String> paused) {

    /// A little of every fault at every hop. SES fails so often that some mails are refused in every attempt of one
    /// delivery. Not included is a lost reply to Email's claim of a mail: it would add a minute's wait each time until
    /// the claim lapses, which a killed Email shows already.
    public static final FaultMix USUAL = new FaultMix(String.join(",",
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

    public static final FaultMix NONE = new FaultMix("", List.of(), List.of());

    public FaultMix {
        FaultPlan.parse(rules, 0);
        killed = List.copyOf(killed);
        paused = List.copyOf(paused);
    }

    /// Only the given rules.
    ///
    /// @throws IllegalArgumentException with a message for the user if a rule cannot be parsed
    public static FaultMix of(String rules) {
        return new FaultMix(rules, List.of(), List.of());
    }

    /// @param seed of the decisions
    public FaultPlan plan(long seed) {
        return FaultPlan.parse(rules, seed);
    }
}
