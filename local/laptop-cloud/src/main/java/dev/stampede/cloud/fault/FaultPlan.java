package dev.stampede.cloud.fault;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What goes wrong, and the seed of the decisions: the same plan hits the same ones of the same sequence. Each rule
/// decides by itself, so that another rule beside it changes nothing.
///
/// A plan is written as rules with commas or line ends between them. In a name a `*` stands for any text; what a rule
/// does not name may be anything. `MS` is a time such as `200ms` or `100-4000ms`, `SHARE%` the share that is hit (all
/// without it).
///
/// | rule | hits |
/// |---|---|
/// | `latency:FUNCTION[:MS][:SHARE%]`, `throttle:FUNCTION[:SHARE%]`, `error:FUNCTION[:SHARE%]`,
/// `kill:FUNCTION[:MS][:SHARE%]` | invocations of a function |
/// | `latency:`, `throttle:`, `error:`, `error-after-commit:`, `lost-request:`, `lost-reply:` before
/// `FUNCTION:SERVICE[:ACTION[:RESOURCE]]` | calls that a function makes of AWS, such as
/// `Payment:dynamodb:UpdateItem:Orders` |
/// | `conflict:FUNCTION[:TABLE][:SHARE%]` | its writes to DynamoDB: they meet a transaction on the same item |
/// | `duplicate:SOURCE[:CONSUMER][:MS][:SHARE%]`, `reorder:SOURCE[:CONSUMER][:MS][:SHARE%]`, `pause:SOURCE[:CONSUMER]`
/// | deliveries from a queue, a table's stream or a topic to a function (or from a topic to a queue) |
///
/// A bare `*` means functions: the operator's calls, and the polling and deleting that Lambda does for a function, are
/// hit where the rule names them.
public record FaultPlan(List<FaultRule> rules, long seed) {

    public static final FaultPlan CALM = new FaultPlan(List.of(), 0);

    public FaultPlan {
        // The same rule twice would decide twice the same.
        rules = rules.stream().distinct().toList();
    }

    /// @param text rules with commas or line ends between them; may be empty
    /// @throws IllegalArgumentException with a sentence for the user: which rule is wrong, and what is allowed
    public static FaultPlan parse(String text, long seed) {
        return new FaultPlan(Arrays.stream(text.split("[,\\n]"))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .map(FaultRule::parse)
                .toList(), seed);
    }

    @Override
    public String toString() {
        return rules.stream().map(FaultRule::toString).collect(Collectors.joining(","));
    }
}
