package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.lambda.NotYet;
import dev.stampede.model.Money;
import dev.stampede.payment.FaultyGateway.Operation;
import dev.stampede.payment.PaymentGateway.Authorization;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Void;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// It keeps the contract of the gateway behind it, and spares a provider that does not answer.
final class CircuitBreakerGatewayTest implements PaymentGatewayContract {

    private final FaultyGateway provider = new FaultyGateway();
    private Instant now = Sample.NOW;
    private final CircuitBreakerGateway gateway = new CircuitBreakerGateway(provider, () -> now);

    @Override
    public PaymentGateway gateway() {
        return gateway;
    }

    @Override
    public int captures(String orderId) {
        return provider.books.captures(orderId);
    }

    @Override
    public Money refunded(String orderId) {
        return provider.books.refunded(orderId);
    }

    /// Whoever orders chooses the card, and the card decides whether there is an answer.
    @Test
    void asksOnForEverybodyElseHoweverManyCardsAreBroken() {
        times(40, () -> gateway.authorize(UUID.randomUUID().toString(), AMOUNT, "tok_error_500"));
        times(40, () -> gateway.authorize(UUID.randomUUID().toString(), AMOUNT, "tok_timeout_then_ok"));

        assertThat(times(10, this::authorize)).containsOnly(new Authorized());
    }

    @Test
    void asksOnForEverybodyElseHoweverManyOrdersThrow() {
        provider.onTheWay = () -> {
            throw new IllegalStateException("no such currency");
        };
        times(40, () -> assertThatThrownBy(this::authorize).isInstanceOf(IllegalStateException.class));
        provider.onTheWay = () -> {};

        assertThat(authorize()).isEqualTo(new Authorized());
    }

    @Test
    void looksForTheProviderOnceInFiveSeconds() {
        provider.unanswered.add(Operation.AUTHORIZE);
        times(10, this::authorize);
        assertThat(provider.pings).isEqualTo(1);

        now = now.plus(Reachability.KNOWN_FOR);
        times(10, this::authorize);

        assertThat(provider.pings).isEqualTo(2);
    }

    @Test
    void asksOnUntilTwentyCallsTellSomething() {
        mute();
        times(19, this::authorize);
        unmute();

        assertThat(authorize()).isEqualTo(new Authorized());
    }

    @Test
    void asksOnWhileMoreThanHalfIsAnsweredIfOnlyByARefusal() {
        times(11, () -> gateway.capture("nothing is authorized"));
        mute();
        times(10, this::authorize);
        unmute();

        assertThat(authorize()).isEqualTo(new Authorized());
    }

    @Test
    void asksNothingButVoidsOnceHalfStaysUnanswered() {
        open();
        int before = provider.asked.size();

        assertPutOff(this::authorize, CircuitBreakerGateway.OPEN);
        assertPutOff(() -> gateway.capture("order"), CircuitBreakerGateway.OPEN);
        now = now.plusSeconds(10);
        assertPutOff(() -> gateway.refund("order", "order#6", AMOUNT), Duration.ofSeconds(20));
        assertThat(provider.asked).hasSize(before);

        assertThat(gateway.voidAuthorization("order")).isEqualTo(Void.VOIDED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VOID")
    void countsUnansweredCallsOfEveryKindButVoids(Operation operation) {
        mute();

        for (int call = 1; call <= 20; call++) {
            ask(operation);
        }

        assertPutOff(() -> ask(operation), CircuitBreakerGateway.OPEN);
        assertThat(provider.asked).hasSize(20);
    }

    private Object ask(Operation operation) {
        return switch (operation) {
            case AUTHORIZE -> authorize();
            case CAPTURE -> gateway.capture("order");
            case VOID -> gateway.voidAuthorization("order");
            case REFUND -> gateway.refund("order", "order#6", AMOUNT);
        };
    }

    @Test
    void countsAnExceptionAsNoAnswerAndLetsItThrough() {
        mute();
        provider.onTheWay = () -> {
            throw new IllegalStateException("connection refused");
        };
        times(20, () -> assertThatThrownBy(this::authorize).isInstanceOf(IllegalStateException.class));

        assertPutOff(this::authorize, CircuitBreakerGateway.OPEN);
    }

    @Test
    void asksAgainAfterHalfAMinuteAndTrustsThreeAnswers() {
        open();
        now = now.plus(Duration.ofSeconds(30));
        assertPutOff(this::authorize, CircuitBreakerGateway.PROBING);
        now = now.plusMillis(1);

        assertThat(times(3, this::authorize)).containsOnly(new Authorized());

        mute();
        times(19, this::authorize);
        unmute();
        assertThat(authorize()).as("closed, with nothing held against it").isEqualTo(new Authorized());
    }

    @Test
    void closesThoughItsThreeProbesHappenToBeBrokenCards() {
        open();
        now = now.plus(Duration.ofSeconds(30)).plusMillis(1);

        times(3, () -> gateway.authorize(UUID.randomUUID().toString(), AMOUNT, "tok_error_500"));

        assertThat(authorize()).isEqualTo(new Authorized());
    }

    @Test
    void staysOpenWhenItsThreeProbesAreUnanswered() {
        open();
        now = now.plus(Duration.ofSeconds(30)).plusMillis(1);
        mute();
        int before = provider.asked.size();

        RefundContract.atOnce(_ -> outcome(this::authorize));

        assertThat(provider.asked).hasSize(before + 3);
        now = now.plus(Duration.ofSeconds(30));
        assertPutOff(this::authorize, CircuitBreakerGateway.PROBING);
    }

    private static Object outcome(Supplier<?> call) {
        try {
            return call.get();
        } catch (NotYet notYet) {
            return notYet;
        }
    }

    private static void assertPutOff(Supplier<?> call, Duration after) {
        assertThat(outcome(call)).isInstanceOfSatisfying(NotYet.class,
                notYet -> assertThat(notYet.after()).isEqualTo(after));
    }

    private void open() {
        times(10, this::authorize);
        mute();
        times(10, this::authorize);
        unmute();
    }

    private void mute() {
        provider.unanswered.addAll(EnumSet.allOf(Operation.class));
        provider.reachable = false;
    }

    private void unmute() {
        provider.unanswered.clear();
        provider.reachable = true;
    }

    private Authorization authorize() {
        return gateway.authorize(UUID.randomUUID().toString(), AMOUNT, "tok_ok");
    }

    private static <T> List<T> times(int times, Supplier<T> call) {
        return IntStream.range(0, times).mapToObj(_ -> call.get()).toList();
    }
}
