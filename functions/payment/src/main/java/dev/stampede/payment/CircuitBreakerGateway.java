package dev.stampede.payment;

import dev.stampede.lambda.Log;
import dev.stampede.lambda.NotYet;
import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Stops calling a provider that is down, so that a batch does not wait for calls that cannot succeed. Each execution
/// environment decides for itself.
///
/// Opens when half of the last 100 calls (20 at least) stayed unanswered or threw, and the provider could not be
/// reached when they did. A call that stays unanswered while the provider can be reached concerns one order or card
/// only: buyers choose the card, so no number of failing ones may stop other payments. After 30 s it lets three calls
/// through, which decide whether it closes; a failing card among them does not count either.
///
/// A decline is an answer, and so is a slow answer: it says what happened to the money. Refusing calls because they are
/// slow would give up answers; the adapter's own time limit turns the hopeless ones into unanswered ones.
///
/// While it is open, calls are refused with [NotYet], except voids: they release somebody's money and end orders that
/// were given up.
public final class CircuitBreakerGateway implements PaymentGateway {

    static final Duration OPEN = Duration.ofSeconds(30);
    /// About as long as the calls take that decide whether it closes.
    static final Duration PROBING = Duration.ofSeconds(5);

    private final PaymentGateway provider;
    private final InstantSource clock;
    private final AtomicReference<Instant> openUntil = new AtomicReference<>(Instant.MIN);
    private final CircuitBreaker circuit;

    public CircuitBreakerGateway(PaymentGateway provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
        Reachability provided = new Reachability(provider, clock);
        this.circuit = CircuitBreaker.of("payment-provider", CircuitBreakerConfig.custom()
                .slidingWindow(100, 20, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(50)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(3)
                .recordResult(answer -> isUnanswered(answer) && !provided.isReachable())
                .recordException(_ -> !provided.isReachable())
                .writableStackTraceEnabled(false)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build());
        circuit.getEventPublisher().onStateTransition(change -> changed(change.getStateTransition().getToState()));
    }

    private void changed(CircuitBreaker.State state) {
        if (state == CircuitBreaker.State.OPEN) {
            openUntil.set(clock.instant().plus(OPEN));
        }
        Log.warn("payment circuit", "state", state.name());
    }

    @Override
    public Authorization authorize(String orderId, Money amount, String token) {
        return ask(() -> provider.authorize(orderId, amount, token));
    }

    @Override
    public Capture capture(String orderId) {
        return ask(() -> provider.capture(orderId));
    }

    @Override
    public Void voidAuthorization(String orderId) {
        return provider.voidAuthorization(orderId);
    }

    @Override
    public Refund refund(String orderId, String refundId, Money amount) {
        return ask(() -> provider.refund(orderId, refundId, amount));
    }

    @Override
    public boolean isReachable() {
        return provider.isReachable();
    }

    private <A> A ask(Supplier<A> call) {
        try {
            return circuit.executeSupplier(call);
        } catch (CallNotPermittedException _) {
            Duration left = Duration.between(clock.instant(), openUntil.get());
            throw new NotYet("payment circuit open", left.compareTo(PROBING) > 0 ? left : PROBING);
        }
    }

    private static boolean isUnanswered(Object answer) {
        return answer instanceof Unanswered
                || answer == Capture.UNANSWERED
                || answer == Refund.UNANSWERED;
    }
}
