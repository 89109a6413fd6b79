package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.value.AttributeValue;
import org.jspecify.annotations.Nullable;

/// The comparators of conditions. Where a value is missing, or the types differ, all but `<>` are false.
public enum Comparator {
    EQ("="), NE("<>"), LT("<"), LE("<="), GT(">"), GE(">=");

    private final String sign;

    Comparator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /// Whether it asks which value is the greater one.
    boolean orders() {
        return this != EQ && this != NE;
    }

    /// The comparator that says the same with its sides exchanged.
    public Comparator turned() {
        return switch (this) {
            case EQ -> EQ;
            case NE -> NE;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }

    /// @param left null when there is none, as `right`
    public boolean test(@Nullable AttributeValue left, @Nullable AttributeValue right) {
        if (left == null || right == null) {
            return this == NE;
        }
        return switch (this) {
            case EQ -> left.equals(right);
            case NE -> !left.equals(right);
            case LT -> Values.comparable(left, right) && Values.compare(left, right) < 0;
            case LE -> Values.comparable(left, right) && Values.compare(left, right) <= 0;
            case GT -> Values.comparable(left, right) && Values.compare(left, right) > 0;
            case GE -> Values.comparable(left, right) && Values.compare(left, right) >= 0;
        };
    }
}
