package dev.stampede.verification.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Order;
import dev.stampede.model.Reason;
import dev.stampede.verification.workload.ClientHistory;
import dev.stampede.verification.workload.ClientHistory.Answer.Refused;
import dev.stampede.verification.workload.Purchase.Body;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalClaimsTest {

    private final World world = new World();

    @Test
    void soldOutBeforeTheUnitsWereTakenIsTooEarly() {
        world.clientHistories.add(new ClientHistory(World.purchase("early", "early@shop.example", World.BARGAIN, 1),
                List.of(new Refused(Body.OWN, World.START, 409, "SOLD_OUT")), Map.of()));

        assertThat(world.broken()).containsExactly("ClientHistory sold out only where it was");
    }

    @Test
    void aRecordedRejectionBeforeTheUnitsWereTakenIsTooEarly() {
        world.place("early", World.EVERYDAY, 1,
                order -> Optional.of(Order.rejected(order.placed(), Reason.SOLD_OUT, World.START)));
        world.rewrite("early", order -> order);

        assertThat(world.broken()).containsExactly("ClientHistory sold out only where it was");
    }

    @Test
    void soldOutLongAfterTheUnitsCameBackIsTooLate() {
        Instant later = world.now().plus(RefusalClaims.RETURNED_WITHIN).plusSeconds(3600);
        world.clientHistories.add(refused("late", World.EVERYDAY, "SOLD_OUT", later));

        assertThat(world.broken()).containsExactly("ClientHistory sold out only where it was");
    }

    @Test
    void unitsOnTheirWayBackMayStillReadAsSoldOut() {
        // Of four, all were taken once; two are for good.
        world.clientHistories.add(
                refused("meanwhile", World.EVERYDAY, "SOLD_OUT", world.order("restocked").updatedAt().plusSeconds(60)));

        assertThat(world.broken()).isEmpty();
    }

    @Test
    void whatWasRejectedTookNoUnits() {
        world.place("impossible", World.EVERYDAY, 5,
                order -> Optional.of(Order.rejected(order.placed(), Reason.SOLD_OUT, World.START.plusSeconds(2))));
        world.rewrite("impossible", order -> order);
        world.clientHistories.add(refused("early", World.EVERYDAY, "SOLD_OUT", World.START.plusSeconds(2)));

        assertThat(world.offenders()).singleElement().asString().startsWith("early: was refused with SOLD_OUT");
    }

    @Test
    void theLimitReachedByNobodyIsToldTooEarly() {
        world.refuse("modest", World.BARGAIN, "LIMIT_REACHED");

        assertThat(world.broken()).containsExactly("ClientHistory the limit is reached only where it was");
    }

    @Test
    void anOrderAboveTheLimitByItselfIsRefusedRightly() {
        world.clientHistories.add(new ClientHistory(World.purchase("greedy", "greedy@shop.example", World.BARGAIN, 3),
                List.of(new Refused(Body.OWN, world.now(), 409, "LIMIT_REACHED")), Map.of()));

        assertThat(world.broken()).isEmpty();
    }

    private static ClientHistory refused(String key, String sku, String code, Instant at) {
        return new ClientHistory(World.purchase(key, key + "@shop.example", sku, 1),
                List.of(new Refused(Body.OWN, at, 409, code)), Map.of());
    }
}
