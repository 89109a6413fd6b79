package dev.stampede.cloud.fault;

import dev.stampede.cloud.pattern.Glob;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One thing that goes wrong at one place, such as `throttle:*:dynamodb:UpdateItem:Stock:5%`.
///
/// @param place names, in which a `*` stands for any text: a function, a call of one, or a source of deliveries; what
///              is not named may be anything
/// @param span  how long, for what takes time; empty for the kind's own
/// @param share how much of what comes by is hit, above 0 and up to 1
public record FaultRule(FaultKind kind, List<String> place, Optional<Span> span, double share) {

    private static final Pattern NAME = Pattern.compile("[\\w*./@+-]+");
    private static final Pattern SHARE = Pattern.compile("\\d{1,3}(?:\\.\\d{1,4})?%");
    private static final Set<String> SERVICES =
            Set.of("*", "dynamodb", "sqs", "sns", "ses", "secretsmanager", "sts", "lambda");

    public FaultRule {
        place = List.copyOf(place);
        if (place.size() < kind.where.least || place.size() > kind.where.most
                || !place.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new IllegalArgumentException("its names are not those of the form");
        }
        if (span.isPresent() && kind.span.isEmpty()) {
            throw new IllegalArgumentException("it takes no time");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("its share must be above 0% and at most 100%");
        }
        if (share < 1 && !kind.takesShare()) {
            throw new IllegalArgumentException("it takes no share");
        }
    }

    /// @throws IllegalArgumentException with a sentence for the user: which rule, and what is allowed
    static FaultRule parse(String text) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(":", -1)));
        FaultKind kind = FaultKind.of(parts.removeFirst()).orElseThrow(() -> new IllegalArgumentException(
                "The fault rule '" + text + "' has an unknown kind; the kinds are " + FaultKind.words() + "."));
        try {
            double share = last(parts, SHARE.asMatchPredicate()).map(FaultRule::share).orElse(1.0);
            Optional<Span> span = last(parts, Span::is).map(Span::parse);
            FaultRule rule = new FaultRule(kind, parts, span, share);
            if (rule.isOfCalls() && kind.where != FaultKind.Where.TABLE && !SERVICES.contains(parts.get(1))) {
                throw new IllegalArgumentException("its service must be one of "
                        + SERVICES.stream().sorted().collect(Collectors.joining(", ")));
            }
            return rule;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The fault rule '" + text + "' is wrong: " + e.getMessage()
                    + "; it is written " + kind.form() + ".");
        }
    }

    private static Optional<String> last(List<String> parts, java.util.function.Predicate<String> is) {
        return !parts.isEmpty() && is.test(parts.getLast()) ? Optional.of(parts.removeLast()) : Optional.empty();
    }

    private static double share(String percent) {
        return new BigDecimal(percent.replace("%", "")).movePointLeft(2).doubleValue();
    }

    /// Whether it hits calls of AWS; otherwise it hits invocations or deliveries.
    boolean isOfCalls() {
        return switch (kind.where) {
            case CALL, TABLE -> true;
            case INVOCATION_OR_CALL -> place.size() > 1;
            case FUNCTION, SOURCE -> false;
        };
    }

    /// The pattern at this place; a `*` where the rule does not name it.
    String part(int index) {
        return index < place.size() ? place.get(index) : "*";
    }

    boolean matches(int index, String name) {
        return Glob.matches(part(index), name);
    }

    @Override
    public String toString() {
        return kind.word() + ":" + String.join(":", place) + span.map(each -> ":" + each).orElse("")
                + (share < 1 ? ":" + percent() : "");
    }

    private String percent() {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
