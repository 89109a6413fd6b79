package dev.stampede.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.lambda.Packing;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderLine.SaleUnits;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Reason;
import dev.stampede.model.Stock;
import dev.stampede.model.table.PurchaseLimitsTable;
import dev.stampede.model.table.StockTable;
import dev.stampede.reservation.ReservationPlan.Rejection;
import dev.stampede.reservation.Reservations.Outcome.Reserved;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requirements 5, 6, 16 and 17, for batches, stock, sales and counts drawn by lot.
class ReservationPlanPropertiesTest {

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    /// A plan that counts everything anew for each order says the same: so no more is planned than there is, and no
    /// order is turned away that the units and counts left by those before it would have served.
    @ParameterizedTest
    @MethodSource("seeds")
    void decidesAsCountingAnewForEachOrderWould(int seed) {
        Case drawn = Case.draw(seed);
        List<PlacedOrder> fitting = new ArrayList<>();
        List<Rejection> rejected = new ArrayList<>();
        for (PlacedOrder order : drawn.orders) {
            if (!order.lines().stream().allMatch(line -> drawn.isInStock(line, fitting))) {
                rejected.add(new Rejection(order, Reason.SOLD_OUT));
            } else if (!order.lines().stream().allMatch(line -> drawn.isWithinLimit(order, line, fitting))) {
                rejected.add(new Rejection(order, Reason.LIMIT_REACHED));
            } else {
                fitting.add(order);
            }
        }

        assertThat(drawn.plan()).isEqualTo(new ReservationPlan(fitting, rejected));
    }

    /// What is planned can be had where nobody else is at it: every transaction of the plan goes through at once.
    @ParameterizedTest
    @MethodSource("seeds")
    void thePlannedFoldsAllGoThroughOneAfterTheOther(int seed) {
        Case drawn = Case.draw(seed);
        InMemoryReservations store = new InMemoryReservations();
        store.stock.putAll(drawn.stock);
        store.bought.putAll(drawn.bought);

        List<Fold> folds = folds(drawn.plan().fitting());

        assertThat(folds)
                .allSatisfy(
                        fold -> assertThat(store.reserve(fold, Placed.NOON, Recorded.HOLD)).isEqualTo(new Reserved()));
        assertThat(store.orders).hasSize(drawn.plan().fitting().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFoldIsATransactionThatDynamoDbTakes(int seed) {
        for (Fold fold : folds(Case.draw(seed).plan().fitting())) {
            List<String> counters = fold.orders().stream().flatMap(order -> counters(order).stream()).toList();

            assertThat(actions(fold.orders())).isPositive().isLessThanOrEqualTo(100);
            assertThat(counters).doesNotHaveDuplicates();
            assertThat(fold.counts()).containsOnlyKeys(counters);
            // Neither of them can be said in a condition where a term alone rules it out.
            fold.moves().values().forEach(move -> StockTable.reserve(move, Placed.NOON, Placed.NOON));
            fold.counts().forEach((counter, count) -> PurchaseLimitsTable.take(counter, count.units(), count.limit()));
        }
    }

    /// Arrival order is kept within a fold; an order is passed only where it shares a counter with one before it, and
    /// nobody passes it on that counter. A fold ends where the next order has no room in it.
    @ParameterizedTest
    @MethodSource("seeds")
    void foldsAreFullAndKeepTheOrderOfArrival(int seed) {
        List<PlacedOrder> waiting = new ArrayList<>(Case.draw(seed).plan().fitting());
        for (Fold fold : folds(waiting)) {
            Set<String> seen = new HashSet<>();
            List<PlacedOrder> expected = new ArrayList<>();
            for (PlacedOrder order : waiting) {
                boolean passed = counters(order).stream().anyMatch(seen::contains);
                seen.addAll(counters(order));
                List<PlacedOrder> more = new ArrayList<>(expected);
                more.add(order);
                if (passed) {
                    continue;
                }
                if (actions(more) > 100 || !haveTheSameTerms(more)) {
                    break;
                }
                expected = more;
            }
            assertThat(fold.orders()).isEqualTo(expected);
            waiting.removeAll(fold.orders());
        }
        assertThat(waiting).isEmpty();
    }

    private static List<Fold> folds(List<PlacedOrder> fitting) {
        List<PlacedOrder> waiting = new ArrayList<>(fitting);
        List<Fold> folds = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Fold fold = new ReservationPlan(waiting, List.of()).nextFold(Packing.MAX_ITEMS);
            assertThat(fold.orders()).isNotEmpty();
            folds.add(fold);
            waiting.removeAll(fold.orders());
        }
        return folds;
    }

    private static long actions(List<PlacedOrder> orders) {
        Stream<String> skus = orders.stream().flatMap(order -> order.lines().stream()).map(OrderLine::sku).distinct();
        return orders.size() + skus.count() + orders.stream().mapToLong(order -> counters(order).size()).sum();
    }

    private static Set<String> counters(PlacedOrder order) {
        Set<String> counters = new HashSet<>();
        order.lines().stream().filter(line -> line.limitPerCustomer().isPresent())
                .forEach(line -> counters.add(PurchaseCounter.of(order.customer(), line)));
        return counters;
    }

    private static boolean haveTheSameTerms(List<PlacedOrder> orders) {
        Map<String, Long> caps = new HashMap<>();
        Map<String, Long> units = new HashMap<>();
        for (PlacedOrder order : orders) {
            for (OrderLine line : order.lines()) {
                if (line.sale().isPresent()) {
                    long cap = line.sale().get().units();
                    if (caps.merge(line.limitScope(), cap, (one, _) -> one) != cap
                            || units.merge(line.limitScope(), (long) line.quantity(), Long::sum) > cap) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private record Case(List<PlacedOrder> orders, Map<String, Stock> stock, Map<String, Long> bought) {

        static Case draw(int seed) {
            Random random = new Random(seed);
            int skus = 1 + random.nextInt(1 + random.nextInt(60));
            int customers = 1 + random.nextInt(40);
            boolean termsChange = random.nextInt(4) == 0;
            Map<String, Stock> stock = new HashMap<>();
            Map<String, Long> caps = new HashMap<>();
            for (int i = 0; i < skus; i++) {
                caps.put("s" + i, 1L + random.nextInt(60));
                // Where the terms of a sale change it has begun to sell: its number stands in the stock item.
                Map<String, Long> left = termsChange || random.nextBoolean()
                        ? Map.of("spring", (long) random.nextInt(60))
                        : Map.of();
                stock.put("s" + i, new Stock("s" + i, random.nextInt(80), random.nextInt(3), 0, left));
            }
            List<PlacedOrder> orders = new ArrayList<>();
            Map<String, Long> bought = new HashMap<>();
            int count = random.nextInt(120);
            int maxLines = 1 + random.nextInt(20);
            for (int i = 0; i < count; i++) {
                Map<String, OrderLine> lines = new LinkedHashMap<>();
                int wanted = 1 + random.nextInt(maxLines);
                for (int j = 0; j < wanted; j++) {
                    String sku = "s" + random.nextInt(skus + 1);
                    long cap = caps.getOrDefault(sku, 5L) + (termsChange ? random.nextInt(3) : 0);
                    lines.put(sku, Placed.line(sku, 1 + random.nextInt(1 + random.nextInt(OrderLine.MAX_QUANTITY)),
                            Optional.of(1 + random.nextInt(12)).filter(_ -> random.nextInt(3) > 0),
                            Optional.of(new SaleUnits("spring", cap)).filter(_ -> random.nextInt(3) > 0)));
                }
                PlacedOrder order = Placed.named("o" + i, "customer-" + random.nextInt(customers),
                        lines.values().toArray(OrderLine[]::new));
                orders.add(order);
                counters(order).stream().filter(_ -> random.nextInt(8) == 0)
                        .forEach(counter -> bought.put(counter, (long) random.nextInt(4)));
            }
            return new Case(orders, stock, bought);
        }

        ReservationPlan plan() {
            return ReservationPlan.of(orders, new Remaining(stock, bought));
        }

        boolean isInStock(OrderLine line, List<PlacedOrder> before) {
            if (!stock.containsKey(line.sku())) {
                return false;
            }
            long available = stock.get(line.sku()).available() - units(before, other -> other.sku().equals(line.sku()));
            boolean inSale = line.sale().stream().allMatch(sale -> {
                long left = stock.get(line.sku()).saleUnitsLeft().getOrDefault(sale.id(), sale.units())
                        - units(before, other -> other.sale().isPresent()
                                && other.limitScope().equals(line.limitScope()));
                return line.quantity() <= left && line.quantity() <= sale.units();
            });
            return line.quantity() <= available && inSale;
        }

        boolean isWithinLimit(PlacedOrder order, OrderLine line, List<PlacedOrder> before) {
            List<PlacedOrder> own = before.stream().filter(other -> other.customer().equals(order.customer())).toList();
            long had = units(own, other -> other.limitPerCustomer().isPresent()
                    && other.limitScope().equals(line.limitScope()))
                    + bought.getOrDefault(PurchaseCounter.of(order.customer(), line), 0L);
            return line.limitPerCustomer().stream().allMatch(limit -> had + line.quantity() <= limit);
        }

        private static long units(List<PlacedOrder> orders, Predicate<OrderLine> wanted) {
            return orders.stream().flatMap(order -> order.lines().stream()).filter(wanted)
                    .mapToLong(OrderLine::quantity).sum();
        }
    }
}
