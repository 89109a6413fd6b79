package dev.stampede.cloud.iam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.pattern.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/// One line of a statement's `Condition`
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
///
/// @param negated  the operator is a `Not...` one: no value of the policy may match
/// @param ifExists the line holds where the request has no such key
record Condition(
        Quantifier quantifier,
        BiPredicate<String, String> test,
        boolean negated,
        boolean ifExists,
        String key,
        List<String> values) {

    enum Quantifier {
        SINGLE, FOR_ALL_VALUES, FOR_ANY_VALUE, NULL
    }

    private static final Map<String, BiPredicate<String, String>> OPERATORS = Map.of(
            "StringEquals", String::equals,
            "StringEqualsIgnoreCase", String::equalsIgnoreCase,
            "StringLike", Glob::matches,
            "ArnEquals", Glob::matchesArn,
            "ArnLike", Glob::matchesArn,
            "Bool", String::equalsIgnoreCase);

    /// @param where names the policy in a refusal
    /// @throws UnsupportedTemplateException for an operator that the laptop cloud does not know
    static List<Condition> parse(JsonNode condition, String where) {
        List<Condition> lines = new ArrayList<>();
        condition.properties().forEach(operator -> operator.getValue().properties().forEach(
                line -> lines.add(of(operator.getKey(), line.getKey(), Statement.texts(line.getValue()), where))));
        return List.copyOf(lines);
    }

    private static Condition of(String operator, String key, List<String> values, String where) {
        Quantifier quantifier = operator.startsWith("ForAllValues:")
                ? Quantifier.FOR_ALL_VALUES
                : operator.startsWith("ForAnyValue:")
                        ? Quantifier.FOR_ANY_VALUE
                        : operator.equals("Null")
                                ? Quantifier.NULL
                                : Quantifier.SINGLE;
        boolean ifExists = operator.endsWith("IfExists");
        String bare = operator.replaceFirst("^For(All|Any)Values?:", "").replaceFirst("IfExists$", "");
        boolean negated = bare.matches("(String|Arn)Not.*");
        BiPredicate<String, String> test = quantifier == Quantifier.NULL
                ? String::equals
                : OPERATORS.get(negated ? bare.replaceFirst("Not", "") : bare);
        if (test == null) {
            throw new UnsupportedTemplateException("The laptop cloud does not know the condition operator " + operator
                    + " (on " + key + " in " + where + ").");
        }
        if (values.stream().anyMatch(value -> value.contains("${"))) {
            throw new UnsupportedTemplateException("The laptop cloud does not know policy variables (" + key + " in "
                    + where + ").");
        }
        return new Condition(quantifier, test, negated, ifExists, key.toLowerCase(Locale.ROOT), values);
    }

    boolean holds(Access access) {
        List<String> present = access.context().getOrDefault(key, List.of());
        return switch (quantifier) {
            case NULL -> values.contains(Boolean.toString(present.isEmpty()));
            case FOR_ALL_VALUES -> present.stream().allMatch(this::passes);
            case FOR_ANY_VALUE -> present.isEmpty() ? ifExists : present.stream().anyMatch(this::passes);
            // A key that is not there is unequal to everything.
            case SINGLE -> present.isEmpty() ? ifExists || negated : passes(present.getFirst());
        };
    }

    private boolean passes(String value) {
        return negated != values.stream().anyMatch(each -> test.test(each, value));
    }
}
