package dev.stampede.payment;

import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A provider that takes no money and does what [SimulatedCard] says. Its ledger is the Payments table.
public final class SimulatedGateway implements PaymentGateway {

    /// How the gateway waits: `Thread::sleep`, except in tests.
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    private final SimulatedLedger ledger;
    private final Pause pause;

    public SimulatedGateway(DynamoDbClient dynamoDb, String paymentsTable, InstantSource clock, Pause pause) {
        this.ledger = new SimulatedLedger(dynamoDb, paymentsTable, clock);
        this.pause = pause;
    }

    /// Slow and lost answers come after the effect, so a process that dies while waiting leaves money held.
    @Override
    public Authorization authorize(String orderId, Money amount, String token) {
        SimulatedCard card = SimulatedCard.of(token);
        if (card.decision() instanceof Unanswered broken) {
            return broken;
        }
        Optional<Authorization> earlier = ledger.authorize(orderId, amount, card.decision());
        return switch (card.answer()) {
            case AT_ONCE -> earlier.orElse(card.decision());
            case LOST_THE_FIRST_TIME -> earlier.orElse(new Unanswered("timeout"));
            case AFTER_SIX_SECONDS -> slowly(earlier.orElse(card.decision()));
        };
    }

    @Override
    public Capture capture(String orderId) {
        return ledger.capture(orderId);
    }

    @Override
    public Void voidAuthorization(String orderId) {
        return ledger.voidAuthorization(orderId);
    }

    @Override
    public Refund refund(String orderId, String refundId, Money amount) {
        return ledger.refund(orderId, refundId, amount);
    }

    /// It is reachable if its ledger is.
    @Override
    public boolean isReachable() {
        return ledger.isReachable();
    }

    private Authorization slowly(Authorization answer) {
        try {
            pause.sleep(Duration.ofSeconds(6));
            return answer;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Unanswered("interrupted");
        }
    }
}
