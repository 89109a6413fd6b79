package dev.stampede.verification.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.OrderStatus;
import dev.stampede.verification.storm.Purchase.Body;
import dev.stampede.verification.storm.Purchase.Line;
import dev.stampede.verification.storm.Purchase.Repeat;
import dev.stampede.verification.storm.Told.Answer.Accepted;
import dev.stampede.verification.storm.Told.Answer.Refused;
import dev.stampede.verification.storm.Told.Answer.Unanswered;
import dev.stampede.verification.storm.Told.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuyerClaimsTest {

    private final World world = new World();

    @Test
    void aBuyerLeftWithoutAnAnswerIsNamed() {
        world.told.add(new Told(World.purchase("silence", "silence@shop.example", World.EVERYDAY, 1),
                List.of(new Unanswered(Body.OWN, world.now(), "no answer")), Map.of()));

        assertThat(world.broken()).containsExactly("Every buyer got a definite answer");
        assertThat(world.offenders()).containsExactly("silence: unanswered: no answer");
    }

    @Test
    void aBuyerWhoWasNeverAnsweredAtAllIsNamed() {
        world.told.add(
                new Told(World.purchase("silence", "silence@shop.example", World.EVERYDAY, 1), List.of(), Map.of()));

        assertThat(world.offenders()).containsExactly("silence: was never answered");
    }

    @Test
    void aRefusalForAnyOtherReasonThanStockAndLimitIsNoAnswer() {
        world.refuse("odd", World.EVERYDAY, "PRICE_CHANGED");

        assertThat(world.broken()).containsExactly("Every buyer got a definite answer");
    }

    @Test
    void anAcceptanceAfterSilenceIsADefiniteAnswer() {
        world.tell("kept", told -> new Told(told.purchase(), List.of(
                new Unanswered(Body.OWN, world.now(), "no answer"), told.answers().getFirst()), told.readings()));

        assertThat(world.broken()).isEmpty();
    }

    @Test
    void oneKeyThatNamesTwoOrdersIsNamed() {
        Accepted first = world.told("kept").accepted().getFirst();
        world.tell("kept", told -> new Told(told.purchase(), List.of(first,
                new Accepted(Body.OWN, first.at(), "written-off", "receipt", first.total())), told.readings()));

        assertThat(world.broken()).contains("A key is one order, whatever is sent under it");
    }

    @Test
    void twoBodiesThatBothStandUnderOneKeyAreNamed() {
        race(new Reading.Found(OrderStatus.CONFIRMED, total("kept")));

        assertThat(world.broken()).containsExactly("A key is one order, whatever is sent under it");
    }

    @Test
    void theLoserOfTwoBodiesIsToldSo() {
        race(new Reading.Superseded());

        assertThat(world.broken()).isEmpty();
    }

    @Test
    void anOrderSupersededByNothingIsNamed() {
        world.tell("kept", told -> told.with(Map.of(Body.OWN, new Reading.Superseded())));

        assertThat(world.broken()).containsExactly("Receipts show what is recorded");
    }

    @Test
    void anAcceptedOrderThatIsNotRecordedIsNamed() {
        world.told.add(new Told(World.purchase("lost", "lost@shop.example", World.EVERYDAY, 1),
                List.of(new Accepted(Body.OWN, world.now(), "lost", "receipt", 21_60)),
                Map.of(Body.OWN, new Reading.Pending())));

        assertThat(world.broken())
                .containsExactly("Every accepted order is recorded as accepted", "Receipts show what is recorded");
        assertThat(world.offenders()).contains("lost: accepted and not recorded");
    }

    @Test
    void anOrderRecordedWithOtherLinesThanWereAcceptedIsNamed() {
        world.tell("kept", told -> new Told(World.purchase("kept", "kept@shop.example", World.BARGAIN, 2),
                told.answers(), told.readings()));

        assertThat(world.broken()).containsExactly("Every accepted order is recorded as accepted");
    }

    @Test
    void anOrderRecordedWithOtherLinesOfTheSameTotalIsNamed() {
        world.tell("above-limit", told -> new Told(
                World.purchase("above-limit", told.purchase().email(), World.EVERYDAY, 1), told.answers(),
                told.readings()));

        assertThat(world.broken()).containsExactly("Every accepted order is recorded as accepted");
    }

    @Test
    void anOrderAcceptedAtAnotherTotalThanTheCataloguesIsNamed() {
        world.tell("kept", told -> new Told(told.purchase(), List.of(
                new Accepted(Body.OWN, world.now(), "kept", "receipt", total("kept") + 1)), told.readings()));

        assertThat(world.broken()).containsExactly("Every accepted order is recorded as accepted");
    }

    @Test
    void anOrderRecordedForABuyerWhoWasRefusedIsNamed() {
        world.tell("kept", told -> new Told(told.purchase(),
                List.of(new Refused(Body.OWN, world.now(), 409, "SOLD_OUT")), Map.of()));

        assertThat(world.broken()).containsExactly("Orders that nobody was told of");
        assertThat(world.offenders()).allMatch(offender -> offender.startsWith("kept: "));
    }

    @Test
    void aReceiptThatShowsAnotherStatusIsNamed() {
        world.tell("kept", told -> told.with(Map.of(Body.OWN, new Reading.Found(OrderStatus.RESERVED, total("kept")))));

        assertThat(world.broken()).containsExactly("Receipts show what is recorded");
    }

    @Test
    void aReceiptThatCannotBeReadIsNamed() {
        world.tell("kept", told -> told.with(Map.of(Body.OWN, new Reading.Failed("404 ORDER_NOT_FOUND"))));

        assertThat(world.broken()).containsExactly("Receipts show what is recorded");
    }

    @Test
    void aReceiptThatWasNeverReadIsNamed() {
        world.tell("kept", told -> told.with(Map.of()));

        assertThat(world.broken()).containsExactly("Receipts show what is recorded");
    }

    private void race(Reading ofTheOther) {
        Accepted first = world.told("kept").accepted().getFirst();
        world.tell("kept", told -> new Told(
                new Purchase("kept", told.purchase().email(), told.purchase().lines(),
                        List.of(new Line(World.EVERYDAY, 2)), "tok_ok", Repeat.RACING_BODY, List.of()),
                List.of(first, new Accepted(Body.OTHER, first.at(), "kept", "other receipt", 43_20)),
                Map.of(Body.OWN, told.readings().get(Body.OWN), Body.OTHER, ofTheOther)));
    }

    private long total(String orderId) {
        return world.order(orderId).placed().totals().total().minorUnits();
    }
}
