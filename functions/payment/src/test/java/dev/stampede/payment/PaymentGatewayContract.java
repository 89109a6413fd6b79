package dev.stampede.payment;

import static dev.stampede.payment.RefundContract.atOnce;
import static dev.stampede.payment.RefundContract.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import dev.stampede.payment.PaymentGateway.Capture;
import dev.stampede.payment.PaymentGateway.Void;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every payment gateway promises, with what [RefundContract] says. An adapter's test implements it and gets the
/// tests.
public interface PaymentGatewayContract extends RefundContract {

    @Test
    default void canBeReachedWhateverBecomesOfACard() {
        gateway().authorize(order(), AMOUNT, "tok_error_500");

        assertThat(gateway().isReachable()).isTrue();
    }

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

        assertThat(gateway().authorize(order, AMOUNT, "tok_ok")).isEqualTo(Declined.VOIDED);
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

    @Test
    default void holdsTheMoneyOnceThoughItsFirstAnswerIsLost() {
        String order = order();

        assertThat(gateway().authorize(order, AMOUNT, "tok_timeout_then_ok")).isInstanceOf(Unanswered.class);
        assertThat(gateway().authorize(order, AMOUNT, "tok_timeout_then_ok")).isEqualTo(new Authorized());
        assertThat(gateway().capture(order)).isEqualTo(Capture.CAPTURED);
        assertThat(captures(order)).isEqualTo(1);
    }

    @Test
    default void holdsTheMoneyOfALostAnswerAlsoWhenNobodyAsksAgain() {
        String captured = order();
        String voided = order();
        gateway().authorize(captured, AMOUNT, "tok_timeout_then_ok");
        gateway().authorize(voided, AMOUNT, "tok_timeout_then_ok");

        assertThat(gateway().capture(captured)).isEqualTo(Capture.CAPTURED);
        assertThat(gateway().voidAuthorization(voided)).isEqualTo(Void.VOIDED);
        assertThat(gateway().authorize(voided, AMOUNT, "tok_timeout_then_ok")).isEqualTo(Declined.VOIDED);
    }

    @Test
    default void answersForASlowCard() {
        assertThat(gateway().authorize(order(), AMOUNT, "tok_slow_6s")).isEqualTo(new Authorized());
    }

    @Test
    default void holdsNothingWhereItFailsAndStillVoids() {
        String order = order();

        assertThat(gateway().authorize(order, AMOUNT, "tok_error_500")).isInstanceOf(Unanswered.class);
        assertThat(gateway().authorize(order, AMOUNT, "tok_error_500")).isInstanceOf(Unanswered.class);
        assertThat(gateway().capture(order)).isEqualTo(Capture.NOT_AUTHORIZED);
        assertThat(gateway().voidAuthorization(order)).isEqualTo(Void.VOIDED);
    }

    @Test
    default void takesTheMoneyOnceForManyAtOnce() {
        String order = order();
        gateway().authorize(order, AMOUNT, "tok_ok");

        assertThat(atOnce(_ -> gateway().capture(order))).containsOnly(Capture.CAPTURED);
        assertThat(captures(order)).isEqualTo(1);
    }

    @Test
    default void eitherTakesTheMoneyOrLetsItGo() {
        String order = order();
        gateway().authorize(order, AMOUNT, "tok_ok");

        List<Enum<?>> answers = atOnce(n -> n % 2 == 0 ? gateway().capture(order) : gateway().voidAuthorization(order));

        assertThat(Set.copyOf(answers)).isIn(
                Set.of(Capture.CAPTURED, Void.ALREADY_CAPTURED), Set.of(Capture.NOT_AUTHORIZED, Void.VOIDED));
        assertThat(captures(order)).isEqualTo(answers.contains(Capture.CAPTURED) ? 1 : 0);
    }
}
