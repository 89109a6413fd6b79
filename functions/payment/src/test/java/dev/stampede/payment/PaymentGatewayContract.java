package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import dev.stampede.payment.PaymentGateway.Capture;
import dev.stampede.payment.PaymentGateway.Void;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every payment gateway promises. An adapter's test implements it and gets the tests.
public interface PaymentGatewayContract {

    Money AMOUNT = Money.ofMinor(1727_99);

    PaymentGateway gateway();

    /// How often money was taken for the order, as the provider's own ledger has it.
    int captures(String orderId);

    @Test
    default void authorizesAGoodCard() {
        assertThat(gateway().authorize(order(), AMOUNT, "tok_ok")).isEqualTo(new Authorized());
    }

    @Test
    default void declinesABadCardWithItsCode() {
        assertThat(gateway().authorize(order(), AMOUNT, "tok_declined")).isEqualTo(new Declined("card_declined"));
    }

    @Test
    default void declinesATokenItDoesNotKnow() {
        assertThat(gateway().authorize(order(), AMOUNT, "tok_nonsense")).isEqualTo(new Declined("unknown_token"));
    }

    @Test
    default void repeatsItsAnswerWhateverTheTokenOfTheRepeat() {
        String good = order();
        String bad = order();
        gateway().authorize(good, AMOUNT, "tok_ok");
        gateway().authorize(bad, AMOUNT, "tok_declined");

        assertThat(gateway().authorize(good, AMOUNT, "tok_declined")).isEqualTo(new Authorized());
        assertThat(gateway().authorize(bad, AMOUNT, "tok_ok")).isEqualTo(new Declined("card_declined"));
    }

    @Test
    default void capturesOnceHoweverOftenItIsAsked() {
        String order = order();
        gateway().authorize(order, AMOUNT, "tok_ok");

        assertThat(gateway().capture(order)).isEqualTo(Capture.CAPTURED);
        assertThat(gateway().capture(order)).isEqualTo(Capture.CAPTURED);
        assertThat(captures(order)).isEqualTo(1);
    }

    @Test
    default void stillCountsAsAuthorizedAfterTheCapture() {
        String order = order();
        gateway().authorize(order, AMOUNT, "tok_ok");
        gateway().capture(order);

        assertThat(gateway().authorize(order, AMOUNT, "tok_ok")).isEqualTo(new Authorized());
        assertThat(captures(order)).isEqualTo(1);
    }

    @Test
    default void capturesNothingThatWasNotAuthorized() {
        String unknown = order();
        String declined = order();
        gateway().authorize(declined, AMOUNT, "tok_declined");

        assertThat(gateway().capture(unknown)).isEqualTo(Capture.NOT_AUTHORIZED);
        assertThat(gateway().capture(declined)).isEqualTo(Capture.NOT_AUTHORIZED);
        assertThat(captures(unknown) + captures(declined)).isZero();
    }

    @Test
    default void capturesNothingThatWasVoided() {
        String order = order();
        gateway().authorize(order, AMOUNT, "tok_ok");

        assertThat(gateway().voidAuthorization(order)).isEqualTo(Void.VOIDED);
        assertThat(gateway().voidAuthorization(order)).isEqualTo(Void.VOIDED);
        assertThat(gateway().capture(order)).isEqualTo(Capture.NOT_AUTHORIZED);
        assertThat(captures(order)).isZero();
    }

    @Test
    default void declinesAnAuthorizationThatComesAfterItsVoid() {
        String order = order();
        gateway().voidAuthorization(order);

        assertThat(gateway().authorize(order, AMOUNT, "tok_ok")).isEqualTo(new Declined("voided"));
        assertThat(gateway().capture(order)).isEqualTo(Capture.NOT_AUTHORIZED);
    }

    @Test
    default void voidsADeclinedOrderWithoutChangingItsAnswer() {
        String order = order();
        gateway().authorize(order, AMOUNT, "tok_declined");

        assertThat(gateway().voidAuthorization(order)).isEqualTo(Void.VOIDED);
        assertThat(gateway().authorize(order, AMOUNT, "tok_ok")).isEqualTo(new Declined("card_declined"));
    }

    @Test
    default void refusesToVoidWhatWasCaptured() {
        String order = order();
        gateway().authorize(order, AMOUNT, "tok_ok");
        gateway().capture(order);

        assertThat(gateway().voidAuthorization(order)).isEqualTo(Void.ALREADY_CAPTURED);
        assertThat(captures(order)).isEqualTo(1);
    }

    private static String order() {
        return UUID.randomUUID().toString();
    }
}
