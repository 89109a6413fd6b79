package dev.stampede.verification.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShopClaimsTest {

    private final World world = new World();

    @Test
    void aShopWhereNothingHappenedProvesNothing() {
        world.orders.values().removeIf(World::isConfirmed);

        assertThat(world.broken()).contains("Orders confirmed, so that there is something to judge");
    }

    @Test
    void workLeftWhenTheWaitIsOverBreaksLiveness() {
        world.pendingWork.add("PaymentQueue: 3 messages");

        assertThat(world.broken()).containsExactly("Work left when the wait ended");
    }

    @Test
    void aConfirmedOrderWithoutAMailIsNamed() {
        world.mails.remove("kept");

        assertThat(world.broken()).containsExactly("Every confirmed order was mailed");
    }

    @Test
    void aSecondMailNeedsAFaultThatExplainsIt() {
        world.mails.put("kept", 2L);
        world.mails.put("written-off", 2L);
        world.mailRisks = 1;

        assertThat(world.broken()).containsExactly("Every confirmed order was mailed");
        assertThat(world.offenders()).hasSize(1);

        world.mailRisks = 2;
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void aMailAboutAnOrderThatWasNeverConfirmedIsNamed() {
        world.mails.put("declined", 1L);

        assertThat(world.broken()).containsExactly("Every confirmed order was mailed");
    }

    @Test
    void aFigureThatCountedAnEventTwiceIsNamed() {
        world.figures.merge("confirmed", 1L, Long::sum);

        assertThat(world.broken()).containsExactly("Sales figures count each event once (by figure)");
    }

    @Test
    void aDeadLetterIsNamedByItsQueue() {
        world.deadLetters.put("EmailDeadLetters", 2L);

        assertThat(world.broken()).containsExactly("Dead letters");
        assertThat(world.offenders()).containsExactly("EmailDeadLetters: 2 messages");
    }

    @Test
    void aDenialIsNamed() {
        world.denials.add("AccessDenied: role may not");

        assertThat(world.broken()).containsExactly("Calls denied to a role");
    }
}
