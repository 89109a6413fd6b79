package dev.stampede.verification.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Reason;
import dev.stampede.model.StockState;
import org.junit.jupiter.api.Test;

class WaitClaimsTest {

    private static final String CLAIM = "Payments delayed by other customers' failing cards";

    private final World world = new World();

    @Test
    void aDeferredMessageIsCounted() {
        world.deferredPayments = 3;

        assertThat(world.broken()).containsExactly(CLAIM);
        assertThat(world.offenders()).containsExactly("PaymentQueue: 3 messages were deferred");
    }

    @Test
    void aGoodCardThatCouldNotBeAskedIsNamed() {
        world.place("unlucky", World.EVERYDAY, 1,
                order -> order.paymentDeclined(Reason.PAYMENT_UNAVAILABLE, order.updatedAt())
                        .map(it -> World.moved(it, StockState.RELEASED)));
        world.balance();

        assertThat(world.broken()).containsExactly(CLAIM);
        assertThat(world.offenders()).containsExactly("unlucky: its card is good but the provider was not asked");
    }

    @Test
    void theWaitsOfGoodCardsBesideBrokenOnesAreSaid() {
        assertThat(said()).isEqualTo("0");

        world.place("broken", World.EVERYDAY, 1, "broken-card-1@shop.example",
                order -> order.expired(order.holdUntil()).flatMap(it -> it.paymentVoided())
                        .map(it -> World.moved(it, StockState.RELEASED)));
        world.place("beside", World.EVERYDAY, 1, order -> order.paymentAuthorized(order.updatedAt().plusMillis(1500)));

        assertThat(said()).isEqualTo("0 (1 good cards meanwhile: half in 1.5 s, 95 % in 1.5 s)");
    }

    private String said() {
        return WaitClaims.noPaymentWaitsForFailingCards(world.evidence()).found();
    }
}
