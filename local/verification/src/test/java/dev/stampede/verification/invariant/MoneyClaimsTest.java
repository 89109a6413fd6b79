package dev.stampede.verification.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.verification.invariant.Evidence.Payment;
import org.junit.jupiter.api.Test;

class MoneyClaimsTest {

    private final World world = new World();

    @Test
    void anOrderChargedTwiceIsNamed() {
        world.pay("kept", payment -> new Payment(payment.amount(), false, 2, 0));

        assertThat(world.broken()).containsExactly("Charged once, and only for confirmed orders");
        assertThat(world.offenders()).containsExactly("kept: is CONFIRMED and was charged 2 times");
    }

    @Test
    void anOrderCancelledBeforeItsMoneyWasTakenNeedNoCharge() {
        world.pay("cancelled", payment -> new Payment(payment.amount(), false, 0, 0));

        assertThat(world.broken()).isEmpty();
    }

    @Test
    void anOrderThatWasNeverConfirmedAndChargedIsNamed() {
        world.pay("declined", payment -> new Payment(payment.amount(), false, 1, payment.amount()));

        assertThat(world.broken()).containsExactly("Charged once, and only for confirmed orders");
    }

    @Test
    void anotherAmountThanTheTotalIsNamed() {
        world.pay("kept", payment -> new Payment(payment.amount() + 1, false, 1, 0));

        assertThat(world.broken()).containsExactly("The amount charged is the order's total");
    }

    @Test
    void aRefundThatTheHistoryDoesNotHaveIsNamed() {
        world.pay("kept", payment -> new Payment(payment.amount(), false, 1, 1_00));

        assertThat(world.broken()).containsExactly("Refunds match the order histories");
    }

    @Test
    void aRefundThatTheGatewayNeverGaveIsNamed() {
        world.pay("written-off", payment -> new Payment(payment.amount(), false, 1, 0));

        assertThat(world.broken()).containsExactly("Refunds match the order histories");
    }

    @Test
    void aCancelledOrderWhoseMoneyIsKeptIsNamed() {
        world.pay("cancelled", payment -> new Payment(payment.amount(), false, 1, 0));

        assertThat(world.broken()).containsExactly("Failed orders keep and hold no money");
    }

    @Test
    void anExpiredOrderWhoseMoneyIsStillHeldIsNamed() {
        world.pay("expired", payment -> new Payment(payment.amount(), true, 0, 0));

        assertThat(world.broken()).containsExactly("Failed orders keep and hold no money");
    }

    @Test
    void moneyHeldForNoOrderIsNamed() {
        world.payments.put("nobody", new Payment(1_00, true, 0, 0));

        assertThat(world.broken()).containsExactly("Failed orders keep and hold no money");
        assertThat(world.offenders()).containsExactly("nobody: is not recorded and its money is still held");
    }
}
