package dev.stampede.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/// An amount in minor units (cents for USD) of an ISO 4217 currency.
public record Money(long minorUnits, String currency) implements Comparable<Money> {

    /// The one currency of the shop.
    public static final String SHOP_CURRENCY = "USD";

    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    public static Money ofMinor(long minorUnits) {
        return new Money(minorUnits, SHOP_CURRENCY);
    }

    /// Reads a decimal amount such as `1599.99`.
    ///
    /// @throws ArithmeticException when the amount has more decimals than the currency or does not fit a long
    public static Money ofDecimal(BigDecimal amount) {
        int digits = digits(SHOP_CURRENCY);
        if (amount.precision() - (long) amount.scale() > 16 || amount.scale() > 16) {
            throw new ArithmeticException("amount out of range");
        }
        return ofMinor(amount.setScale(digits, RoundingMode.UNNECESSARY).movePointRight(digits).longValueExact());
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minorUnits, digits(currency));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minorUnits, factor), currency);
    }

    /// A share of this amount in basis points (800 is 8 %), rounded half up to a minor unit.
    public Money basisPoints(int points) {
        BigDecimal share = BigDecimal.valueOf(minorUnits).multiply(BigDecimal.valueOf(points, 4));
        return new Money(share.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
