package dev.stampede.lambda;

import dev.stampede.model.Money;
import java.math.BigDecimal;
import java.util.Optional;

/// What an amount of money in a body may be: a JSON number such as 19.90, in the shop's currency and exact to its last
/// decimal.
///
/// @param least the least it may be
/// @param most  the most
public record AmountField(Money least, Money most) {

    private static final Money NOTHING = Money.ofMinor(0);

    /// @param most in whole units of the currency
    public static AmountField aboveZeroUpTo(long most) {
        return new AmountField(Money.ofMinor(1), Money.ofDecimal(BigDecimal.valueOf(most)));
    }

    /// @param most in whole units of the currency
    public static AmountField fromZeroTo(long most) {
        return new AmountField(NOTHING, Money.ofDecimal(BigDecimal.valueOf(most)));
    }

    public Optional<Money> required(FieldReader fields, String name) {
        return fields.required(name, Number.class, inWords(), number -> read(number).isPresent())
                .flatMap(this::read);
    }

    public Optional<Money> optional(FieldReader fields, String name) {
        return fields.optional(name, Number.class, inWords(), number -> read(number).isPresent())
                .flatMap(this::read);
    }

    private String inWords() {
        return (least.equals(NOTHING) ? "an amount from 0 to " : "an amount above zero and up to ")
                + most.toDecimal().stripTrailingZeros().toPlainString() + " with at most two decimals";
    }

    /// The codec reads whole numbers as longs and all others as decimals.
    private Optional<Money> read(Number number) {
        try {
            BigDecimal amount = number instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) number;
            return Optional.of(Money.ofDecimal(amount))
                    .filter(money -> money.compareTo(least) >= 0 && money.compareTo(most) <= 0);
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
