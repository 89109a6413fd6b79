package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Money;
import dev.stampede.payment.FaultyGateway.Operation;
import dev.stampede.payment.PaymentGateway.Authorization;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import dev.stampede.payment.PaymentGateway.Capture;
import dev.stampede.payment.PaymentGateway.Refund;
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

    @Test
    void asksOnUntilTwentyCallsTellSomething() {
        mute();
        times(19, this::authorize);
        provider.unanswered.clear();

        assertThat(authorize()).isEqualTo(new Authorized());
    }

    @Test
    void asksOnWhileMoreThanHalfIsAnsweredIfOnlyByARefusal() {
        times(11, () -> gateway.capture("nothing is authorized"));
        mute();
        times(10, this::authorize);
        provider.unanswered.clear();

        assertThat(authorize()).isEqualTo(new Authorized());
    }

    @Test
    void asksNothingOnceHalfStaysUnanswered() {
        open();
        int before = provider.asked.size();

        assertThat(authorize()).isEqualTo(Unanswered.CIRCUIT_OPEN);
        assertThat(gateway.capture("order")).isEqualTo(Capture.UNANSWERED);
        assertThat(gateway.voidAuthorization("order")).isEqualTo(Void.UNANSWERED);
        assertThat(gateway.refund("order", "order#6", AMOUNT)).isEqualTo(Refund.UNANSWERED);
        assertThat(provider.asked).hasSize(before);
    }

    @ParameterizedTest
    @EnumSource
    void countsUnansweredCallsOfEveryKind(Operation operation) {
        mute();

        times(25, () -> switch (operation) {
            case AUTHORIZE -> authorize();
            case CAPTURE -> gateway.capture("order");
            case VOID -> gateway.voidAuthorization("order");
            case REFUND -> gateway.refund("order", "order#6", AMOUNT);
        });

        assertThat(provider.asked).hasSize(20);
    }

    @Test
    void countsAnExceptionAsNoAnswerAndLetsItThrough() {
        provider.onTheWay = () -> {
            throw new IllegalStateException("connection refused");
        };
        times(20, () -> assertThatThrownBy(this::authorize).isInstanceOf(IllegalStateException.class));

        assertThat(authorize()).isEqualTo(Unanswered.CIRCUIT_OPEN);
    }

    @Test
    void asksAgainAfterHalfAMinuteAndTrustsThreeAnswers() {
        open();
        now = now.plus(Duration.ofSeconds(30));
        assertThat(authorize()).isEqualTo(Unanswered.CIRCUIT_OPEN);
        now = now.plusMillis(1);

        assertThat(times(3, this::authorize)).containsOnly(new Authorized());

        mute();
        times(19, this::authorize);
        provider.unanswered.clear();
        assertThat(authorize()).as("closed, with nothing held against it").isEqualTo(new Authorized());
    }

    @Test
    void staysOpenWhenItsThreeProbesAreUnanswered() {
        open();
        now = now.plus(Duration.ofSeconds(30)).plusMillis(1);
        mute();
        int before = provider.asked.size();

        RefundContract.atOnce(_ -> authorize());

        assertThat(provider.asked).hasSize(before + 3);
        now = now.plus(Duration.ofSeconds(30));
        assertThat(authorize()).isEqualTo(Unanswered.CIRCUIT_OPEN);
    }

    private void open() {
        times(10, this::authorize);
        mute();
        times(10, this::authorize);
        provider.unanswered.clear();
    }

    private void mute() {
        provider.unanswered.addAll(EnumSet.allOf(Operation.class));
    }

    private Authorization authorize() {
        return gateway.authorize(UUID.randomUUID().toString(), AMOUNT, "tok_ok");
    }

    private static <T> List<T> times(int times, Supplier<T> call) {
        return IntStream.range(0, times).mapToObj(_ -> call.get()).toList();
    }
}
