package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/// What holds for every amount and every cart, checked on many by chance.
class TotalsTest {

    private static final long TRILLION = 1_000_000_000_000L;

    @Test
    void takingAwayUndoesAdding() {
        qt().forAll(amounts(), amounts()).checkAssert((a, b) -> {
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.compareTo(b)).isEqualTo(Integer.signum(BigInteger.valueOf(a.minorUnits())
                    .compareTo(BigInteger.valueOf(b.minorUnits()))));
        });
    }

    @Test
    void timesIsAddingOverAndOver() {
        qt().forAll(amounts(), integers().between(0, 10)).checkAssert((a, n) -> assertThat(a.times(n))
                .isEqualTo(Collections.nCopies(n, a).stream().reduce(Money.ofMinor(0), Money::plus)));
    }

    @Test
    void anAmountThatDoesNotFitIsNoticedAndNeverWrong() {
        qt().forAll(longs().all(), longs().all()).checkAssert((a, b) -> {
            BigInteger sum = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
            BigInteger difference = BigInteger.valueOf(a).subtract(BigInteger.valueOf(b));
            assertThat(exactly(() -> Money.ofMinor(a).plus(Money.ofMinor(b)))).isEqualTo(inLong(sum));
            assertThat(exactly(() -> Money.ofMinor(a).minus(Money.ofMinor(b)))).isEqualTo(inLong(difference));
        });
    }

    @Test
    void decimalsComeBackToTheCent() {
        qt().forAll(amounts()).checkAssert(amount -> {
            assertThat(Money.ofDecimal(amount.toDecimal())).isEqualTo(amount);
            assertThat(amount).hasToString(amount.toDecimal().toPlainString() + " USD");
            assertThat(amount.toDecimal().scale()).isEqualTo(2);
        });
    }

    @Test
    void aShareIsRoundedToTheNearestCentHalvesUp() {
        qt().forAll(amounts(), integers().between(0, 10_000)).checkAssert((amount, points) -> {
            BigDecimal exact = BigDecimal.valueOf(amount.minorUnits()).multiply(BigDecimal.valueOf(points))
                    .divide(BigDecimal.valueOf(10_000));
            assertThat(amount.basisPoints(points).minorUnits())
                    .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
        });
    }

    @Test
    void aCartCostsItsLinesAndOneRoundedTaxInWhateverOrder() {
        qt().forAll(carts()).checkAssert(lines -> {
            Totals totals = Totals.of(lines);
            long cents = lines.stream().mapToLong(line -> line.unitPrice().minorUnits() * line.quantity()).sum();
            assertThat(totals.subtotal()).isEqualTo(Money.ofMinor(cents));
            assertThat(totals.tax()).isEqualTo(Money.ofMinor((cents * 8 + 50) / 100));
            assertThat(totals.total()).isEqualTo(totals.subtotal().plus(totals.tax()));
            assertThat(Totals.of(lines.reversed())).isEqualTo(totals);
        });
    }

    @Test
    void unitsAreMovedWholeHoweverLinesAreGrouped() {
        qt().forAll(carts(), carts()).checkAssert((some, others) -> {
            List<OrderLine> all = Stream.concat(some.stream(), others.stream()).toList();
            List<OrderLine> shuffled = new ArrayList<>(all);
            Collections.reverse(shuffled);
            assertThat(StockMove.sum(all.stream())).isEqualTo(StockMove.sum(shuffled.stream()));
            assertThat(StockMove.sum(all.stream()).values().stream().mapToLong(StockMove::units).sum())
                    .isEqualTo(all.stream().mapToLong(OrderLine::quantity).sum());
            StockMove.sum(all.stream()).forEach((sku, move) -> assertThat(move.units()).isEqualTo(
                    all.stream().filter(line -> line.sku().equals(sku)).mapToLong(OrderLine::quantity).sum()));
        });
    }

    private interface Sum {
        Money of();
    }

    private static BigInteger exactly(Sum sum) {
        try {
            return BigInteger.valueOf(sum.of().minorUnits());
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static BigInteger inLong(BigInteger exact) {
        return exact.bitLength() < Long.SIZE ? exact : null;
    }

    private static Gen<Money> amounts() {
        return longs().between(-TRILLION, TRILLION).map(Money::ofMinor);
    }

    private static Gen<List<OrderLine>> carts() {
        return lists().of(integers().between(1, 1_000_000)).ofSizeBetween(1, PlacedOrder.MAX_LINES)
                .map(prices -> IntStream.range(0, prices.size())
                        .mapToObj(i -> line(i, prices.get(i)))
                        .toList());
    }

    private static OrderLine line(int number, int cents) {
        return new OrderLine("sku-" + number, "S", Money.ofMinor(cents), 1 + cents % OrderLine.MAX_QUANTITY);
    }
}
