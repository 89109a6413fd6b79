package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Capture;
import dev.stampede.payment.PaymentGateway.Refund;
import dev.stampede.payment.PaymentGateway.Void;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a payment gateway promises about money that goes back.
interface RefundContract {

    Money AMOUNT = Money.ofMinor(1727_99);

    int THREADS = 16;

    PaymentGateway gateway();

    /// How often money was taken for the order, as the provider's own ledger has it.
    int captures(String orderId);

    /// How much of it was given back, by the same ledger.
    Money refunded(String orderId);

    @Test
    default void refundsInPartsWhatWasCapturedAndNoMore() {
        String order = captured();

        assertThat(gateway().refund(order, order + "#6", Money.ofMinor(1700_00))).isEqualTo(Refund.REFUNDED);
        assertThat(gateway().refund(order, order + "#7", Money.ofMinor(28_00))).isEqualTo(Refund.NOT_COVERED);
        assertThat(gateway().refund(order, order + "#8", Money.ofMinor(27_99))).isEqualTo(Refund.REFUNDED);
        assertThat(gateway().refund(order, order + "#9", Money.ofMinor(1))).isEqualTo(Refund.NOT_COVERED);
        assertThat(refunded(order)).isEqualTo(AMOUNT);
    }

    @Test
    default void refundsOnceHoweverOftenItIsAsked() {
        String order = captured();

        assertThat(gateway().refund(order, order + "#6", Money.ofMinor(27_99))).isEqualTo(Refund.REFUNDED);
        assertThat(gateway().refund(order, order + "#6", Money.ofMinor(27_99))).isEqualTo(Refund.REFUNDED);
        assertThat(refunded(order)).isEqualTo(Money.ofMinor(27_99));

        assertThat(gateway().refund(order, order + "#7", Money.ofMinor(1700_00))).isEqualTo(Refund.REFUNDED);
        assertThat(gateway().refund(order, order + "#6", Money.ofMinor(27_99))).isEqualTo(Refund.REFUNDED);
        assertThat(refunded(order)).isEqualTo(AMOUNT);
    }

    @Test
    default void refundsNothingThatWasNotCaptured() {
        String unknown = order();
        String authorized = order();
        String voided = order();
        gateway().authorize(authorized, AMOUNT, "tok_ok");
        gateway().voidAuthorization(voided);

        for (String order : List.of(unknown, authorized, voided)) {
            assertThat(gateway().refund(order, order + "#6", Money.ofMinor(1))).isEqualTo(Refund.NOT_COVERED);
            assertThat(refunded(order)).isEqualTo(Money.ofMinor(0));
        }
    }

    @Test
    default void staysCapturedWhenItIsRefunded() {
        String order = captured();
        gateway().refund(order, order + "#6", AMOUNT);

        assertThat(gateway().capture(order)).isEqualTo(Capture.CAPTURED);
        assertThat(gateway().voidAuthorization(order)).isEqualTo(Void.ALREADY_CAPTURED);
        assertThat(gateway().authorize(order, AMOUNT, "tok_ok")).isEqualTo(new Authorized());
        assertThat(captures(order)).isEqualTo(1);
        assertThat(refunded(order)).isEqualTo(AMOUNT);
    }

    @Test
    default void makesOneRefundForManyAtOnce() {
        String order = captured();

        assertThat(atOnce(_ -> gateway().refund(order, order + "#6", Money.ofMinor(5_00))))
                .containsOnly(Refund.REFUNDED);
        assertThat(refunded(order)).isEqualTo(Money.ofMinor(5_00));
    }

    @Test
    default void manyRefundsAtOnceAddUpToWhatWasCapturedAtMost() {
        String order = captured();

        List<Refund> answers = atOnce(n -> gateway().refund(order, order + "#" + n, Money.ofMinor(500_00)));

        assertThat(answers).filteredOn(Refund.REFUNDED::equals).hasSize(3);
        assertThat(answers).filteredOn(Refund.NOT_COVERED::equals).hasSize(THREADS - 3);
        assertThat(refunded(order)).isEqualTo(Money.ofMinor(1500_00));
    }

    private String captured() {
        String order = order();
        gateway().authorize(order, AMOUNT, "tok_ok");
        gateway().capture(order);
        return order;
    }

    static String order() {
        return UUID.randomUUID().toString();
    }

    /// What each caller got, all of them beginning at the same moment.
    ///
    /// @param call is given the caller's number
    static <T> List<T> atOnce(IntFunction<T> call) {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<T>> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, THREADS)
                    .mapToObj(n -> threads.submit(() -> {
                        start.await();
                        return call.apply(n);
                    }))
                    .toList();
        }
        return answers.stream().map(Future::resultNow).toList();
    }
}
