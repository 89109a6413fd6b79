package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.PaymentStatus;
import dev.stampede.payment.World.Step;
import dev.stampede.payment.World.Trouble;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Payment at work while the order moves on, in every order of things: messages late, early and repeated, workers side
/// by side and killed, a provider that does not answer. However it goes, the money ends where the order wants it.
@Execution(ExecutionMode.CONCURRENT)
final class InterleavingTest {

    private static final Somebody APPROVE = does(order -> order.fraudDecided(Sample.APPROVED, Sample.NOW));
    private static final Somebody REJECT = does(order -> order.fraudDecided(Sample.REJECTED, Sample.NOW));
    private static final PrintStream CONSOLE = System.out;

    /// Who else moves the order on.
    enum Story {
        APPROVED(APPROVE), REJECTED(REJECT), EXPIRED(does(Sample::expired)), ENDED_BY_THE_SHORT_HOLD(APPROVE,
                does(order -> order.expired(Sample.NOW.plus(Sample.HOLDS.unanswered())))), CONFIRMED_OR_EXPIRED(APPROVE,
                        does(Sample::expired)), CANCELLED_BY_ITS_SHOPPER(APPROVE,
                                does(Sample::cancelled)), REFUNDED_IN_PARTS(APPROVE,
                                        does(refund(5_00), refund(1722_99))), REFUNDED_IN_PART_AND_CANCELLED(APPROVE,
                                                does(refund(5_00)), does(Sample::cancelled)), REFUNDED_OR_CANCELLED(
                                                        APPROVE, does(refund(1727_99)), does(Sample::cancelled));

        private final Somebody[] others;

        Story(Somebody... others) {
            this.others = others;
        }
    }

    private record Somebody(Step... steps) {}

    /// They would log millions of lines.
    @BeforeAll
    static void logNothing() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterAll
    static void logAgain() {
        System.setOut(CONSOLE);
    }

    @ParameterizedTest
    @EnumSource
    void endsRightInEveryOrderOfEventsAndRepeats(Story story) {
        Trouble trouble = new Trouble(1, 1, 0, 0);

        assertThat(Choices.exhaust(choices -> run(choices, trouble, story, "tok_ok", 1))).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void endsRightWhereverAWorkerDiesOrAnAnswerIsLost(Story story) {
        Trouble trouble = new Trouble(1, 0, 1, 1);

        assertThat(Choices.exhaust(choices -> run(choices, trouble, story, "tok_ok", 1))).isGreaterThan(90);
    }

    /// The message about the new order comes twice; whoever gets no answer gives up at once.
    @Test
    void endsRightWhereASilentProviderIsGivenUp() {
        Trouble trouble = new Trouble(1, 1, 0, 2);

        int ways =
                Choices.exhaust(choices -> run(choices, trouble, Story.APPROVED, "tok_ok", SettlePayment.GIVE_UP_FROM));

        assertThat(ways).isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource
    void endsRightInTheWorstOfWorlds(Story story) {
        Trouble trouble = new Trouble(3, 2, 2, 3);

        for (SimulatedCard card : SimulatedCard.values()) {
            Choices.sample(250, choices -> run(choices, trouble, story, card.token(), 1));
            Choices.sample(250, choices -> run(choices, trouble, story, card.token(), SettlePayment.GIVE_UP_FROM));
        }
    }

    private static void run(Choices choices, Trouble trouble, Story story, String token, int delivery) {
        World world = new World(choices, trouble, Sample.order(token), delivery);
        for (Somebody somebody : story.others) {
            world.join(somebody.steps());
        }
        world.runToTheEnd();
        check(world.order(), world.books());
    }

    private static void check(Order order, InMemoryGateway books) {
        Money wanted = switch (order.status()) {
            case CONFIRMED -> Sample.TOTAL.minus(order.refunded());
            case CANCELLED, EXPIRED, REFUNDED -> Money.ofMinor(0);
            default -> throw new AssertionError("the order is left " + order.status());
        };
        assertThat(books.kept(order.orderId())).isEqualTo(wanted);
        assertThat(books.holdsMoney(order.orderId())).isFalse();
        assertThat(books.captures(order.orderId())).isLessThanOrEqualTo(1);
        switch (order.status()) {
            case CONFIRMED -> assertThat(order.payment()).isEqualTo(PaymentStatus.CAPTURED);
            case REFUNDED -> assertThat(order.payment()).isEqualTo(PaymentStatus.REFUNDED);
            default -> assertThat(order.payment())
                    .isIn(PaymentStatus.DECLINED, PaymentStatus.VOIDED, PaymentStatus.REFUNDED);
        }
        order.history().forEach(entry -> entry.refund().ifPresent(refund -> assertThat(books.refunds(order.orderId()))
                .containsEntry(order.orderId() + "#" + entry.version(), refund.amount())));
    }

    private static Somebody does(Step... steps) {
        return new Somebody(steps);
    }

    private static Step refund(long amount) {
        return order -> Sample.refunded(order, Money.ofMinor(amount));
    }
}
