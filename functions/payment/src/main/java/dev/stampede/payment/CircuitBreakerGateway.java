package dev.stampede.payment;

import dev.stampede.lambda.Log;
import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/// Leaves a provider alone that does not answer: it gets no calls that it could not serve anyway, and a batch does not
/// wait for them. Every execution environment finds out for itself.
///
/// Opens when half of the last 100 calls (20 at least) stayed unanswered or threw. After 30 s it lets three calls
/// through, which decide whether it closes. A decline is an answer. So is a slow answer: it says what became of the
/// money, and to refuse calls for being slow would trade answers for none; an adapter's own time limit makes
/// the hopeless ones unanswered.
public final class CircuitBreakerGateway implements PaymentGateway {

    static final Duration OPEN = Duration.ofSeconds(30);

    private final PaymentGateway provider;
    private final CircuitBreaker circuit;

    public CircuitBreakerGateway(PaymentGateway provider, InstantSource clock) {
        this.provider = provider;
        this.circuit = CircuitBreaker.of("payment-provider", CircuitBreakerConfig.custom()
                .slidingWindow(100, 20, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(50)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(3)
                .recordResult(CircuitBreakerGateway::isUnanswered)
                .writableStackTraceEnabled(false)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build());
        circuit.getEventPublisher().onStateTransition(change ->
                Log.warn("payment circuit", "state", change.getStateTransition().getToState().name()));
    }

    @Override
    public Authorization authorize(String orderId, Money amount, String token) {
        return ask(() -> provider.authorize(orderId, amount, token), Unanswered.CIRCUIT_OPEN);
    }

    @Override
    public Capture capture(String orderId) {
        return ask(() -> provider.capture(orderId), Capture.UNANSWERED);
    }

    @Override
    public Void voidAuthorization(String orderId) {
        return ask(() -> provider.voidAuthorization(orderId), Void.UNANSWERED);
    }

    @Override
    public Refund refund(String orderId, String refundId, Money amount) {
        return ask(() -> provider.refund(orderId, refundId, amount), Refund.UNANSWERED);
    }

    private <A> A ask(Supplier<A> call, A unanswered) {
        try {
            return circuit.executeSupplier(call);
        } catch (CallNotPermittedException _) {
            return unanswered;
        }
    }

    private static boolean isUnanswered(Object answer) {
        return answer instanceof Unanswered
                || answer == Capture.UNANSWERED
                || answer == Void.UNANSWERED
                || answer == Refund.UNANSWERED;
    }
}
