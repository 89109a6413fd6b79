package dev.stampede.verification.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.OrderStatus;
import dev.stampede.verification.workload.ClientHistory;
import dev.stampede.verification.workload.ClientHistory.Answer.Accepted;
import dev.stampede.verification.workload.ClientHistory.Answer.Refused;
import dev.stampede.verification.workload.ClientHistory.Answer.Unanswered;
import dev.stampede.verification.workload.ClientHistory.Reading;
import dev.stampede.verification.workload.Purchase;
import dev.stampede.verification.workload.Purchase.Body;
import dev.stampede.verification.workload.Purchase.Line;
import dev.stampede.verification.workload.Purchase.Repeat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuyerClaimsTest {

    private final World world = new World();

    @Test
    void aBuyerLeftWithoutAnAnswerIsNamed() {
        world.clientHistories
                .add(new ClientHistory(World.purchase("silence", "silence@shop.example", World.EVERYDAY, 1),
                        List.of(new Unanswered(Body.OWN, world.now(), "no answer")), Map.of()));

        assertThat(world.broken()).containsExactly("Every buyer got a definite answer");
        assertThat(world.offenders()).containsExactly("silence: unanswered: no answer");
    }

    @Test
    void aBuyerWhoWasNeverAnsweredAtAllIsNamed() {
        world.clientHistories.add(
                new ClientHistory(World.purchase("silence", "silence@shop.example", World.EVERYDAY, 1), List.of(),
                        Map.of()));

        assertThat(world.offenders()).containsExactly("silence: was never answered");
    }

    @Test
    void aRefusalForAnyOtherReasonThanStockAndLimitIsNoAnswer() {
        world.refuse("odd", World.EVERYDAY, "PRICE_CHANGED");

        assertThat(world.broken()).containsExactly("Every buyer got a definite answer");
    }

    @Test
    void anAcceptanceAfterSilenceIsADefiniteAnswer() {
        world.changeHistory("kept", history -> new ClientHistory(history.purchase(), List.of(
                new Unanswered(Body.OWN, world.now(), "no answer"), history.answers().getFirst()), history.readings()));

        assertThat(world.broken()).isEmpty();
    }

    @Test
    void oneKeyThatNamesTwoOrdersIsNamed() {
        Accepted first = world.history("kept").accepted().getFirst();
        world.changeHistory("kept", history -> new ClientHistory(history.purchase(), List.of(first,
                new Accepted(Body.OWN, first.at(), "written-off", "receipt", first.total())), history.readings()));

        assertThat(world.broken()).contains("One key is one order, whatever is sent under it");
    }

    @Test
    void twoBodiesThatBothStandUnderOneKeyAreNamed() {
        race(new Reading.Found(OrderStatus.CONFIRMED, total("kept")));

        assertThat(world.broken()).containsExactly("One key is one order, whatever is sent under it");
    }

    @Test
    void theLoserOfTwoBodiesIsToldSo() {
        race(new Reading.Superseded());

        assertThat(world.broken()).isEmpty();
    }

    @Test
    void anOrderSupersededByNothingIsNamed() {
        world.changeHistory("kept", history -> history.with(Map.of(Body.OWN, new Reading.Superseded())));

        assertThat(world.broken()).containsExactly("Receipts show what is recorded");
    }

    @Test
    void anAcceptedOrderThatIsNotRecordedIsNamed() {
        world.clientHistories.add(new ClientHistory(World.purchase("lost", "lost@shop.example", World.EVERYDAY, 1),
                List.of(new Accepted(Body.OWN, world.now(), "lost", "receipt", 21_60)),
                Map.of(Body.OWN, new Reading.Pending())));

        assertThat(world.broken())
                .containsExactly("Every accepted order is recorded as accepted", "Receipts show what is recorded");
        assertThat(world.offenders()).contains("lost: accepted and not recorded");
    }

    @Test
    void anOrderRecordedWithOtherLinesThanWereAcceptedIsNamed() {
        world.changeHistory("kept",
                history -> new ClientHistory(World.purchase("kept", "kept@shop.example", World.BARGAIN, 2),
                        history.answers(), history.readings()));

        assertThat(world.broken()).containsExactly("Every accepted order is recorded as accepted");
    }

    @Test
    void anOrderRecordedWithOtherLinesOfTheSameTotalIsNamed() {
        world.changeHistory("above-limit", history -> new ClientHistory(
                World.purchase("above-limit", history.purchase().email(), World.EVERYDAY, 1), history.answers(),
                history.readings()));

        assertThat(world.broken()).containsExactly("Every accepted order is recorded as accepted");
    }

    @Test
    void anOrderAcceptedAtAnotherTotalThanTheCataloguesIsNamed() {
        world.changeHistory("kept", history -> new ClientHistory(history.purchase(), List.of(
                new Accepted(Body.OWN, world.now(), "kept", "receipt", total("kept") + 1)), history.readings()));

        assertThat(world.broken()).containsExactly("Every accepted order is recorded as accepted");
    }

    @Test
    void anOrderRecordedForABuyerWhoWasRefusedIsNamed() {
        world.changeHistory("kept", history -> new ClientHistory(history.purchase(),
                List.of(new Refused(Body.OWN, world.now(), 409, "SOLD_OUT")), Map.of()));

        assertThat(world.broken()).containsExactly("Orders that no client was told about");
        assertThat(world.offenders()).allMatch(offender -> offender.startsWith("kept: "));
    }

    @Test
    void aReceiptThatShowsAnotherStatusIsNamed() {
        world.changeHistory("kept",
                history -> history.with(Map.of(Body.OWN, new Reading.Found(OrderStatus.RESERVED, total("kept")))));

        assertThat(world.broken()).containsExactly("Receipts show what is recorded");
    }

    @Test
    void aReceiptThatCannotBeReadIsNamed() {
        world.changeHistory("kept",
                history -> history.with(Map.of(Body.OWN, new Reading.Failed("404 ORDER_NOT_FOUND"))));

        assertThat(world.broken()).containsExactly("Receipts show what is recorded");
    }

    @Test
    void aReceiptThatWasNeverReadIsNamed() {
        world.changeHistory("kept", history -> history.with(Map.of()));

        assertThat(world.broken()).containsExactly("Receipts show what is recorded");
    }

    private void race(Reading ofTheOther) {
        Accepted first = world.history("kept").accepted().getFirst();
        world.changeHistory("kept", history -> new ClientHistory(
                new Purchase("kept", history.purchase().email(), history.purchase().lines(),
                        List.of(new Line(World.EVERYDAY, 2)), "tok_ok", Repeat.RACING_BODY, List.of()),
                List.of(first, new Accepted(Body.OTHER, first.at(), "kept", "other receipt", 43_20)),
                Map.of(Body.OWN, history.readings().get(Body.OWN), Body.OTHER, ofTheOther)));
    }

    private long total(String orderId) {
        return world.order(orderId).placed().totals().total().minorUnits();
    }
}
