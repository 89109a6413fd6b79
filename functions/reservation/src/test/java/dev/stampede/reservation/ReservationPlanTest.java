package dev.stampede.reservation;

import static dev.stampede.testing.Placed.inSale;
import static dev.stampede.testing.Placed.limited;
import static dev.stampede.testing.Placed.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.lambda.Packing;
import dev.stampede.model.ForSale;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Reason;
import dev.stampede.model.Stock;
import dev.stampede.reservation.ReservationPlan.Rejection;
import dev.stampede.testing.Placed;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requirements 5, 6, 16 and 17, one example each; [ReservationPlanPropertiesTest] has them for whatever may come.
class ReservationPlanTest {

    @Test
    void aLaterSmallerOrderTakesWhatAnEarlierBiggerOneCouldNot() {
        PlacedOrder first = Placed.order(line("a", 3));
        PlacedOrder tooBig = Placed.order(line("a", 3));
        PlacedOrder small = Placed.order(line("a", 2));

        ReservationPlan plan = plan(Stock.of("a", 5), first, tooBig, small);

        assertThat(plan.fitting()).containsExactly(first, small);
        assertThat(plan.rejected()).containsExactly(new Rejection(tooBig, Reason.SOLD_OUT));
    }

    @Test
    void anOrderIsHadAsAWholeOrNotAtAll() {
        PlacedOrder mixed = Placed.order(line("a", 1), line("gone", 1));
        PlacedOrder plain = Placed.order(line("a", 1));

        ReservationPlan plan = plan(Stock.of("a", 1), mixed, plain);

        assertThat(plan.fitting()).containsExactly(plain);
        assertThat(plan.rejected()).containsExactly(new Rejection(mixed, Reason.SOLD_OUT));
    }

    @Test
    void aSaleIsSoldOutWhileTheShelfIsNot() {
        PlacedOrder three = Placed.order(inSale("a", 3, "spring", 5));
        PlacedOrder threeMore = Placed.order(inSale("a", 3, "spring", 5));
        PlacedOrder two = Placed.order(inSale("a", 2, "spring", 5));
        PlacedOrder autumn = Placed.order(inSale("a", 3, "autumn", 5));
        PlacedOrder shelf = Placed.order(line("a", 10));

        ReservationPlan plan = plan(Stock.of("a", 100), three, threeMore, two, autumn, shelf);

        assertThat(plan.fitting()).containsExactly(three, two, autumn, shelf);
        assertThat(plan.rejected()).containsExactly(new Rejection(threeMore, Reason.SOLD_OUT));
    }

    @Test
    void aSaleHasWhatItsStockItemSays() {
        PlacedOrder two = Placed.order(inSale("a", 2, "spring", 50));
        PlacedOrder one = Placed.order(inSale("a", 1, "spring", 50));

        ReservationPlan plan = plan(new Stock("a", 100, 0, 0, Map.of("spring", 1L)), two, one);

        assertThat(plan.fitting()).containsExactly(one);
    }

    @Test
    void nobodyIsPlannedMoreThanTheLimit() {
        PlacedOrder two = Placed.by("ann", limited("a", 2, 3));
        PlacedOrder twoMore = Placed.by("Ann+again", limited("a", 2, 3));
        PlacedOrder one = Placed.by("ann", limited("a", 1, 3));
        PlacedOrder bob = Placed.by("bob", limited("a", 2, 3));

        ReservationPlan plan = plan(Stock.of("a", 100), two, twoMore, one, bob);

        assertThat(plan.fitting()).containsExactly(two, one, bob);
        assertThat(plan.rejected()).containsExactly(new Rejection(twoMore, Reason.LIMIT_REACHED));
    }

    @Test
    void whatTheCustomerHasAlreadyCounts() {
        PlacedOrder order = Placed.by("ann", limited("a", 2, 3));
        String counter = PurchaseCounter.of(order.customer(), order.lines().getFirst());
        Map<String, Stock> stock = Map.of("a", Stock.of("a", 100));

        assertThat(ReservationPlan.of(List.of(order), new Remaining(stock, Map.of(counter, 1L))).fitting()).hasSize(1);
        assertThat(ReservationPlan.of(List.of(order), new Remaining(stock, Map.of(counter, 2L))).rejected())
                .containsExactly(new Rejection(order, Reason.LIMIT_REACHED));
    }

    @Test
    void whoOrderedBeforeOrAfterAProductWasForSaleIsToldThat() {
        PlacedOrder early = Placed.at(Placed.NOON.minusMillis(1), line("a", 9));
        PlacedOrder noon = Placed.order(line("a", 1));
        PlacedOrder late = Placed.at(Placed.NOON.plusMillis(1), line("b", 1), line("a", 1));

        ReservationPlan plan = plan(
                new Stock("a", 5, 0, 0, Map.of(), new ForSale(Placed.NOON, Placed.NOON.plusMillis(1))),
                early, noon, late);

        assertThat(plan).isEqualTo(new ReservationPlan(List.of(noon), List.of(
                new Rejection(early, Reason.NOT_FOR_SALE), new Rejection(late, Reason.NOT_FOR_SALE))));
    }

    @Test
    void whatIsSoldOutIsNotCalledALimit() {
        PlacedOrder both = Placed.by("ann", limited("a", 2, 1));

        assertThat(plan(Stock.of("a", 1), both).rejected()).containsExactly(new Rejection(both, Reason.SOLD_OUT));
    }

    /// No transaction can hold them: they must not get as far as one.
    @Test
    void anOrderForMoreThanItsOwnTermsAllowIsRejected() {
        PlacedOrder overLimit = Placed.order(limited("a", 3, 2));
        PlacedOrder overSale = Placed.order(inSale("a", 3, "spring", 2));

        ReservationPlan plan = plan(new Stock("a", 100, 0, 0, Map.of("spring", 50L)), overLimit, overSale);

        assertThat(plan.rejected()).containsExactly(
                new Rejection(overLimit, Reason.LIMIT_REACHED), new Rejection(overSale, Reason.SOLD_OUT));
    }

    @Test
    void planningChangesNothingOfWhatRemains() {
        Remaining remaining = new Remaining(Map.of("a", Stock.of("a", 1)), Map.of());
        PlacedOrder order = Placed.order(limited("a", 1, 1));

        assertThat(ReservationPlan.of(List.of(order), remaining).fitting()).hasSize(1);
        assertThat(ReservationPlan.of(List.of(order), remaining).fitting()).hasSize(1);
    }

    @Test
    void theHundredthActionIsTheLast() {
        assertThat(fold(orders(150, line("a", 1))).orders()).hasSize(99);
        assertThat(fold(orders(150, limited("a", 1, 1))).orders()).hasSize(49);
    }

    @Test
    void ninetyOrdersOfOneSkuAreOneTransaction() {
        List<PlacedOrder> orders = orders(90, line("a", 1));

        assertThat(fold(orders).orders()).isEqualTo(orders);
        assertThat(fold(orders).moves().get("a").units()).isEqualTo(90);
        assertThat(new ReservationPlan(orders, List.of()).nextFold(45).orders()).hasSize(45);
    }

    /// An item is written once in a transaction, and one customer's orders may stand under different limits.
    @Test
    void ordersThatShareACounterGoOneByOneAndHoldNobodyElseUp() {
        PlacedOrder ann = Placed.by("ann", limited("a", 1, 2));
        PlacedOrder annAgain = Placed.by("ann", limited("a", 1, 3), limited("b", 1, 3));
        PlacedOrder annInB = Placed.by("ann", limited("b", 1, 3));
        PlacedOrder annUnlimited = Placed.by("ann", line("c", 1));
        PlacedOrder bob = Placed.by("bob", limited("a", 1, 2));

        // The third waits too, or it would pass the second on the counter that they share.
        assertThat(fold(List.of(ann, annAgain, annInB, annUnlimited, bob)).orders())
                .containsExactly(ann, annUnlimited, bob);
        assertThat(fold(List.of(annAgain, annInB)).orders()).containsExactly(annAgain);
    }

    /// The number of a sale's units was changed while it ran.
    @Test
    void ordersUnderDifferentTermsOfOneSaleDoNotGoTogether() {
        PlacedOrder before = Placed.order(inSale("a", 1, "spring", 50));
        PlacedOrder after = Placed.order(inSale("a", 1, "spring", 40));

        assertThat(fold(List.of(before, after)).orders()).containsExactly(before);
    }

    /// No transaction takes more of a sale than it ever had, though units that were added to it are left.
    @Test
    void noMoreOfASaleGoTogetherThanItsTermsKnow() {
        PlacedOrder three = Placed.order(inSale("a", 3, "spring", 5));
        PlacedOrder two = Placed.order(inSale("a", 2, "spring", 5));
        PlacedOrder one = Placed.order(inSale("a", 1, "spring", 5));

        assertThat(fold(List.of(three, two)).orders()).containsExactly(three, two);
        assertThat(fold(List.of(three, two, one)).orders()).containsExactly(three, two);
        assertThat(fold(List.of(two, three, one)).orders()).containsExactly(two, three);
    }

    @Test
    void allOfASaleCanGoToOneOrder() {
        PlacedOrder all = Placed.order(inSale("a", 5, "spring", 5));

        assertThat(plan(Stock.of("a", 5), all).fitting()).containsExactly(all);
    }

    private static ReservationPlan plan(Stock stock, PlacedOrder... orders) {
        return ReservationPlan.of(List.of(orders), new Remaining(Map.of(stock.sku(), stock), Map.of()));
    }

    private static Fold fold(List<PlacedOrder> fitting) {
        return new ReservationPlan(fitting, List.of()).nextFold(Packing.MAX_ITEMS);
    }

    private static List<PlacedOrder> orders(int count, OrderLine line) {
        return IntStream.range(0, count).mapToObj(_ -> Placed.order(line)).toList();
    }
}
