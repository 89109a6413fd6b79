package dev.stampede.load.sale;

import static dev.stampede.load.sale.Answer.Request.PLACE;
import static dev.stampede.load.sale.Answer.Request.READ;
import static dev.stampede.load.sale.Answer.Request.REPLAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.load.verdict.Claim;
import dev.stampede.load.verdict.Claim.Outcome;
import dev.stampede.load.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Four buyers for two units: one way to keep the promise, and each way to break it.
class SaleVerdictTest {

    private static final StockCount BEFORE = StockCount.full(2, 0, 0);
    private static final StockCount SOLD_OUT = StockCount.full(0, 0, 2);

    private final List<Answer> answers = new ArrayList<>();

    @BeforeEach
    void twoAreServedOneIsRejectedAndOneIsTurnedAway() {
        buyer("a", "order-a", "PENDING", "RESERVED", "CONFIRMED");
        buyer("b", "order-b", "CONFIRMED");
        buyer("c", "order-c", "PENDING", "REJECTED");
        soldOut("d");
    }

    @Test
    void passesWhereAllUnitsAreSoldAndEveryBuyerKnows() {
        assertThat(verdict(SOLD_OUT).passes()).isTrue();
    }

    @Test
    void failsWhereMoreIsSoldThanThereWas() {
        read("c", "order-c", "CONFIRMED");

        assertThat(failed(StockCount.full(-1, 0, 3)))
                .containsExactly("orders confirmed", "buyers refused: sold out", "stock available", "stock sold");
    }

    @Test
    void failsWhereAUnitStaysUnsold() {
        read("b", "order-b", "CANCELLED");

        assertThat(failed(StockCount.full(1, 0, 1)))
                .containsExactly("orders confirmed", "orders that ended otherwise", "stock available", "stock sold");
    }

    @Test
    void failsWhereAnAcceptedOrderIsNeverDecided() {
        buyer("e", "order-e", "PENDING");

        assertThat(failed(5, SOLD_OUT)).containsExactly("buyers refused: sold out", "buyers left undecided");
    }

    @Test
    void failsWhereABuyerWasNeverHeardOf() {
        assertThat(failed(5, SOLD_OUT)).containsExactly("buyers who were answered", "buyers refused: sold out");
    }

    @Test
    void failsWhereOneKeyMadeTwoOrders() {
        answer(REPLAY, "a", 202, null, "order-a2", null, 9, false);

        assertThat(failed(SOLD_OUT)).containsExactly("keys with more than one order");
    }

    @Test
    void failsWhereTwoBuyersShareAnOrder() {
        answer(REPLAY, "b", 202, null, "order-a", null, 9, false);

        assertThat(failed(SOLD_OUT)).containsExactly("keys with more than one order", "orders shared by keys");
    }

    @Test
    void failsWithOneFailedRequestAndSaysOfWhichKind() {
        answer(PLACE, "a", 500, null, null, null, 9, true);
        answer(READ, "a", 0, null, null, null, 0, true);

        assertThat(verdict(SOLD_OUT).claims().getFirst())
                .isEqualTo(Claim.of("requests that failed", "0", "2 (PLACE 500 x1, READ no answer x1)", false));
    }

    @Test
    void countsApartWhoIsAskedToComeBack() {
        answer(PLACE, "a", 429, null, null, null, 1, false);
        answer(PLACE, "a", 503, null, null, null, 1, false);

        assertThat(verdict(SOLD_OUT).passes()).isTrue();
        assertThat(verdict(SOLD_OUT).claims()).contains(Claim.note("told to come back (429, 503), and did", 2));
    }

    @Test
    void failsWhereUnitsStayReserved() {
        assertThat(failed(StockCount.full(0, 1, 1))).containsExactly("stock reserved", "stock sold");
    }

    @Test
    void failsWhereOrdersAreAnsweredTooLate() {
        answer(REPLAY, "d", 409, "SOLD_OUT", null, null, 1001, false);

        assertThat(failed(SOLD_OUT)).containsExactly("p95 of POST /orders");
    }

    @Test
    void asksForNoMoreSalesThanThereAreBuyers() {
        answers.removeIf(answer -> !answer.key().equals("a"));

        assertThat(failed(1, StockCount.full(1, 0, 1))).isEmpty();
    }

    @Test
    void judgesByTheVisibleStockOfAnExistingProduct() {
        Verdict verdict = new SaleVerdict(4, StockCount.visible(2), 1000)
                .of(new SaleResult(answers), StockCount.visible(0));

        assertThat(verdict.passes()).isTrue();
        assertThat(verdict.claims()).extracting(Claim::name).contains("stock available").doesNotContain("stock sold");
    }

    @Test
    void findsTheLatencyThatNinetyFiveOfAHundredStayWithin() {
        answers.clear();
        for (int millis = 1; millis <= 100; millis++) {
            answer(PLACE, "k" + millis, 202, null, "o" + millis, null, millis, false);
        }

        assertThat(new SaleResult(answers).p95()).isEqualTo(95);
        assertThat(new SaleResult(List.of()).p95()).isZero();
    }

    private Verdict verdict(StockCount after) {
        return new SaleVerdict(4, BEFORE, 1000).of(new SaleResult(answers), after);
    }

    private List<String> failed(StockCount after) {
        return failed(4, after);
    }

    private List<String> failed(int buyers, StockCount after) {
        return new SaleVerdict(buyers, BEFORE, 1000).of(new SaleResult(answers), after).claims().stream()
                .filter(claim -> claim.outcome() == Outcome.FAIL)
                .map(Claim::name)
                .toList();
    }

    private void buyer(String key, String order, String... states) {
        answer(PLACE, key, 202, null, order, "PENDING", 30, false);
        for (String state : states) {
            read(key, order, state);
        }
    }

    private void read(String key, String order, String state) {
        answer(READ, key, 200, null, order, state, 5, false);
    }

    private void soldOut(String key) {
        answer(PLACE, key, 409, "SOLD_OUT", null, null, 20, false);
    }

    private void answer(
            Answer.Request request, String key, int status, String code, String order, String state, long millis,
            boolean faulty) {
        answers.add(new Answer(
                request,
                key,
                status,
                Optional.ofNullable(code),
                Optional.ofNullable(order),
                Optional.ofNullable(state),
                millis,
                faulty));
    }
}
