package dev.stampede.model;

import java.util.List;

/// What an order costs. The tax is one rate on the subtotal, rounded once, half up.
public record Totals(Money subtotal, Money tax, Money total) {

    public static final int TAX_BASIS_POINTS = 800;

    public static Totals of(List<OrderLine> lines) {
        Money subtotal = lines.stream().map(OrderLine::total).reduce(Money.ofMinor(0), Money::plus);
        Money tax = subtotal.basisPoints(TAX_BASIS_POINTS);
        return new Totals(subtotal, tax, subtotal.plus(tax));
    }
}
