package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.FraudCheck;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.event.OrderEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Payment and fraud at work on one order in every order: messages repeated, run inside one another at every call to a
/// port, and killed there. However it goes, the order ends, and money is taken once or not at all.
final class InterleavingTest {

    @ParameterizedTest
    @CsvSource({"tok_ok,APPROVED", "tok_ok,REJECTED", "tok_declined,APPROVED", "tok_declined,REJECTED"})
    void endsConsistentlyWhateverTheOrderOfThings(String token, FraudCheck.Decision decision) {
        int ways = Choices.exhaust(choices -> new World(choices, token, decision).runToTheEnd());

        assertThat(ways).isGreaterThan(100);
    }

    /// A worker that dies: its message comes again.
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class World implements PaymentGateway, OrderTransitions {

        private final Choices choices;
        private final Order created;
        private final InMemoryOrders orders;
        private final InMemoryGateway gateway = new InMemoryGateway();
        private final SettlePayment settlePayment =
                new SettlePayment(this, this, InstantSource.fixed(Sample.NOW));
        private final List<Runnable> pending = new ArrayList<>();
        private int repeats = 1;
        private int interruptions = 2;
        private int kills = 1;

        World(Choices choices, String token, FraudCheck.Decision decision) {
            this.choices = choices;
            this.created = Sample.order(token);
            this.orders = new InMemoryOrders(created);
            FraudCheck check = decision == FraudCheck.Decision.APPROVED ? Sample.APPROVED : Sample.REJECTED;
            OrderEvent.since(0, created).forEach(this::deliver);
            pending.add(() -> move(created, order -> order.fraudDecided(check, Sample.NOW)));
        }

        void runToTheEnd() {
            while (!pending.isEmpty()) {
                runOne(pending.remove(choices.pick(pending.size())));
            }
            Order order = orders.get(created.orderId());
            switch (order.status()) {
                case CONFIRMED -> {
                    assertThat(gateway.captures(order.orderId())).isEqualTo(1);
                    assertThat(order.payment()).isEqualTo(PaymentStatus.CAPTURED);
                }
                case CANCELLED -> {
                    assertThat(gateway.holdsOrTookMoney(order.orderId())).isFalse();
                    assertThat(order.payment()).isIn(PaymentStatus.VOIDED, PaymentStatus.DECLINED);
                }
                default -> throw new AssertionError("the order is left " + order.status());
            }
        }

        private void runOne(Runnable message) {
            boolean repeated = repeats > 0 && choices.pick(2) == 1;
            if (repeated) {
                repeats--;
                pending.add(message);
            }
            try {
                message.run();
            } catch (Killed _) {
                pending.add(message);
            }
        }

        private void deliver(OrderEvent event) {
            pending.add(() -> settlePayment.on(event));
        }

        /// Between any two calls to a port another message may be handled, or the worker may die.
        private void interrupted() {
            if (interruptions > 0 && !pending.isEmpty()) {
                int other = choices.pick(pending.size() + 1);
                if (other > 0) {
                    interruptions--;
                    runOne(pending.remove(other - 1));
                }
            }
            if (kills > 0 && choices.pick(2) == 1) {
                kills--;
                throw new Killed();
            }
        }

        @Override
        public Authorization authorize(String orderId, Money amount, String token) {
            interrupted();
            return gateway.authorize(orderId, amount, token);
        }

        @Override
        public Capture capture(String orderId) {
            interrupted();
            return gateway.capture(orderId);
        }

        @Override
        public Void voidAuthorization(String orderId) {
            interrupted();
            return gateway.voidAuthorization(orderId);
        }

        @Override
        public Optional<Order> replace(Order before, Order after) {
            interrupted();
            Optional<Order> current = orders.replace(before, after);
            if (current.isEmpty()) {
                OrderEvent.since(before.version(), after).stream().filter(World::isForPayment).forEach(this::deliver);
            }
            return current;
        }

        /// The filter policy of the payment queue.
        private static boolean isForPayment(OrderEvent event) {
            return switch (event.type()) {
                case ORDER_CREATED, ORDER_CONFIRMED, ORDER_CANCELLED, ORDER_EXPIRED -> true;
                case ORDER_REJECTED, ORDER_SHIPPED, ORDER_DELIVERED, ORDER_REFUNDED, RETURN_REQUESTED, ORDER_RETURNED,
                        PAYMENT_AUTHORIZED, PAYMENT_DECLINED, PAYMENT_CAPTURED, FRAUD_REVIEWED -> false;
            };
        }
    }
}
